import { Inject, Injectable } from '@nestjs/common';
import { FreshnessLimits } from '#libs/crises';
import { Clock, idFrom } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { LocalizedText } from '#libs/schema';
import { type Opening, type Turns, turnsOf, upTo } from './freshness.ts';
import { StatusReportEntity } from './status-report.entity.ts';
import type { Said } from './status-report.rules.ts';
import { type ServiceFacts, ServiceStatusTurnedEvent, type StatusFacts } from './status.events.ts';
import { whichReportWins, type Word } from './which-report-wins.ts';

export interface HeldWord {
  locationId: string | null;
  goodUntil: Date | null;
  knownSince: Date;
  /** It says a capacity. */
  counted: boolean;
}

interface Due {
  locationId: string | null;
  reportId: string;
  at: Date;
}

/** After every position there is. */
const AFTER_ALL = '~';

/** How each service and each of its places stands: the only writer of `status.current` and `status.planned`. */
@Injectable()
export class StatusBook {
  constructor(
    @Inject(FreshnessLimits) private readonly limits: FreshnessLimits,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The service as it stands, and the place if one is named, held from now on against every other word on it. */
  async open(tx: Transaction, serviceId: string, locationId?: string | null): Promise<{ service: ServiceFacts; now: Date } | null> {
    const id = idFrom(serviceId);
    if (!id) return null;
    await tx.lock('status', id);
    const now = this.clock.now(); // after the wait, so that of two at once the second is the later
    await this.turn(tx, id, now);
    const service = await this.facts(tx, id, idFrom(locationId), now);
    return service && { service, now };
  }

  /** Of a service that is held: tells of each plan whose time has come, once, in their order, and keeps the last as the word that holds. */
  async turn(tx: Transaction, serviceId: string, now: Date): Promise<void> {
    const due = await tx.manager.query<Due[]>(dueSql, [serviceId, now]);
    if (due.length === 0) return;
    for (const { locationId, reportId, at } of due) {
      const before = await this.facts(tx, serviceId, locationId, new Date(+at - 1));
      const after = await this.facts(tx, serviceId, locationId, at);
      if (before && after)
        tx.announce(ServiceStatusTurnedEvent.of(serviceId, { v: 1, serviceId, locationId, reportId, at: at.toISOString(), before, after }));
    }
    await this.rollOn(tx, serviceId, now);
    await tx.manager.query(nextPlan, [serviceId]);
  }

  /** A service that is only looked at. */
  async find(tx: Transaction, serviceId: string): Promise<ServiceFacts | null> {
    const id = idFrom(serviceId);
    return id ? this.facts(tx, id, null, this.clock.now()) : null;
  }

  /** The same, of one that is held already. */
  async facts(tx: Transaction, serviceId: string, locationId: string | null, now: Date): Promise<ServiceFacts | null> {
    const [facts] = await tx.manager.query<ServiceFacts[]>(factsAt, [serviceId, locationId, now]);
    return facts ?? null;
  }

  async hasPlace(tx: Transaction, serviceId: string, locationId: string): Promise<boolean> {
    const places = await tx.manager.query<unknown[]>('select from directory_published.location where id = $1 and service_id = $2', [
      idFrom(locationId),
      serviceId,
    ]);
    return places.length > 0;
  }

  async lastUnit(tx: Transaction, serviceId: string): Promise<LocalizedText | null> {
    const [last] = await tx.manager.query<{ unit: LocalizedText }[]>(
      `select capacity -> 'unit' as unit from status.report where service_id = $1 and capacity is not null order by position desc limit 1`,
      [serviceId],
    );
    return last?.unit ?? null;
  }

  /**
   * What a new report does: it is the word that holds, it is a plan, or it joins the history. The words that hold, on the place and
   * on the whole that covers it, and the new one are all that can win now: the lock is ours, and the new one is said last.
   */
  async fate(tx: Transaction, before: ServiceFacts, said: Said, now: Date): Promise<'holds' | 'planned' | 'history'> {
    if (said.effectiveFrom > now) return 'planned';
    const newer = { ...said, position: AFTER_ALL };
    const held = said.locationId ? [before.place, before.status] : [before.status];
    const words = await Promise.all(held.map(facts => this.heldWord(tx, facts)));
    return whichReportWins([newer, ...words.filter(word => word !== null)], now) === newer ? 'holds' : 'history';
  }

  private async heldWord(tx: Transaction, facts: StatusFacts | null): Promise<Word | null> {
    if (!facts?.reportId) return null;
    const word = await tx.manager.findOneByOrFail(StatusReportEntity, { id: facts.reportId });
    return { ...word, confirmedAt: facts.confirmedAt ? new Date(facts.confirmedAt) : null };
  }

  /** When a report's word will age: counted from when it was seen, or takes effect, and never past its end. */
  turns(tx: Transaction, said: Said): Promise<Turns> {
    const heardAt = said.observedAt > said.effectiveFrom ? said.observedAt : said.effectiveFrom;
    return this.turnsFrom(tx, said.serviceId, heardAt, said.goodUntil);
  }

  /** Writes what a report did. Plans whose time has come are no longer plans: the word that holds is kept as such. */
  async write(tx: Transaction, said: Said & { position: string }, fate: 'holds' | 'planned', turns: Turns, now: Date): Promise<void> {
    const { serviceId, locationId } = said;
    await this.rollOn(tx, serviceId, now);
    if (fate === 'holds') await tx.manager.query(hold, [serviceId, locationId, said.id, turns.agingAt, turns.staleAt]);
    else await tx.manager.query(plan, [said.id, serviceId, locationId, said.position, said.effectiveFrom, turns.agingAt, turns.staleAt]);
    await tx.manager.query(nextPlan, [serviceId]);
  }

  /** The word on the service, and on each of its places that it does not cover; `knownSince`: from when anyone could have seen it as such. */
  words(tx: Transaction, serviceId: string, now: Date): Promise<HeldWord[]> {
    return tx.manager.query(
      `select held.location_id as "locationId", word.good_until as "goodUntil", greatest(word.recorded_at, word.effective_from) as "knownSince",
         word.capacity is not null as counted
       from (select location_id, report_id from status.word_at($2) where service_id = $1 and location_id is null
         union all select location_id, report_id from status.place_word_at($2) where service_id = $1) held
         join status.report word on word.id = held.report_id`,
      [serviceId, now],
    );
  }

  /** Renews each of them, as of when it was said; what was heard since stays as fresh as it is. */
  async confirm(tx: Transaction, serviceId: string, now: Date, saidAt: Date): Promise<void> {
    await this.rollOn(tx, serviceId, now);
    await tx.manager.query(nextPlan, [serviceId]);
    for (const { locationId, goodUntil } of await this.words(tx, serviceId, now)) {
      const { agingAt, staleAt } = await this.turnsFrom(tx, serviceId, saidAt, goodUntil);
      await tx.manager.query(
        `update status.current set confirmed_at = $3, aging_at = $4, stale_at = $5
         where service_id = $1 and location_id is not distinct from $2 and (confirmed_at is null or confirmed_at < $3)`,
        [serviceId, locationId, saidAt, agingAt, staleAt],
      );
    }
  }

  private async turnsFrom(tx: Transaction, serviceId: string, heardAt: Date, goodUntil: Date | null): Promise<Turns> {
    const limit = await this.limits.for(tx, serviceId);
    return upTo(goodUntil, turnsOf(heardAt, limit, await this.openings(tx, serviceId, heardAt)));
  }

  private async rollOn(tx: Transaction, serviceId: string, now: Date): Promise<void> {
    await tx.manager.query(rollOn, [serviceId, now]);
    await tx.manager.query('delete from status.planned where service_id = $1 and takes_over_at <= $2', [serviceId, now]);
  }

  private openings(tx: Transaction, serviceId: string, from: Date): Promise<Opening[]> {
    return tx.manager.query(
      `select opens_at as "opensAt", closes_at as "closesAt" from directory_published.opening_period
       where service_id = $1 and closes_at > $2 order by opens_at`,
      [serviceId, from],
    );
  }
}

const wordFacts = (held: string, word: string) => `jsonb_build_object(
  'reportId', ${held}.report_id, 'state', coalesce(${word}.state, 'UNKNOWN'), 'confirmedAt', ${held}.confirmed_at,
  'agingAt', ${held}.aging_at, 'staleAt', ${held}.stale_at,
  'plannedReportId', (select plan.report_id from status.planned plan
    where plan.service_id = service.id and plan.location_id is not distinct from ${held}.location_id and plan.takes_over_at > $3
    order by plan.takes_over_at, plan.position desc limit 1))`;

const factsAt = `
  select service.id, service.organization_id as "organizationId", service.territories, service.categories, service.confidential,
    coalesce((whole.answer -> 'mixed')::boolean, false) as mixed,
    coalesce(held.contradicted, false) as contradicted,
    ${wordFacts('held', 'word')} as status,
    case when place.service_id is not null then ${wordFacts('place', 'place_word')} end as place
  from directory_published.service
    left join status.word_at($3) held on held.service_id = service.id and held.location_id is null
    left join status.report word on word.id = held.report_id
    left join status.word_at($3) place on place.service_id = service.id and place.location_id = $2
    left join status.report place_word on place_word.id = place.report_id
    left join status_published.status_at($3) whole on whole.service_id = service.id and whole.location_id is null
  where service.id = $1`;

const dueSql = `
  select distinct on (takes_over_at, location_id) location_id as "locationId", report_id as "reportId", takes_over_at as at
  from status.planned where service_id = $1 and takes_over_at <= $2
  order by takes_over_at, location_id nulls first, position desc`;

const rollOn = `
  update status.current kept set report_id = held.report_id, confirmed_at = null, aging_at = held.aging_at, stale_at = held.stale_at
  from status.word_at($2) held
  where kept.service_id = $1 and kept.takes_over_at <= $2
    and held.service_id = $1 and held.location_id is not distinct from kept.location_id`;

/** A place's word needs a service-wide row beside it: lists are joined with that one. */
const serviceWide = `
  with service_wide as (
    insert into status.current (service_id) select $1 where $2::uuid is not null on conflict do nothing
  )`;

const hold = `${serviceWide}
  insert into status.current as was (service_id, location_id, report_id, aging_at, stale_at) values ($1, $2, $3, $4, $5)
  on conflict (service_id, location_id) do update set
    report_id = excluded.report_id, confirmed_at = null, aging_at = excluded.aging_at, stale_at = excluded.stale_at`;

const plan = `
  with kept as (
    insert into status.current (service_id, location_id)
    select $2::uuid, subject from (select null::uuid as subject union select $3::uuid) subjects on conflict do nothing
  )
  insert into status.planned (report_id, service_id, location_id, position, takes_over_at, aging_at, stale_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const nextPlan = `
  update status.current kept set takes_over_at = (
    select min(plan.takes_over_at) from status.planned plan
    where plan.service_id = kept.service_id and plan.location_id is not distinct from kept.location_id)
  where kept.service_id = $1`;
