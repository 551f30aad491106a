import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import { type Opening, turnsOf, upTo } from './freshness.ts';

/** Which services: those that are somewhere, or these. */
export type Whose = { readonly territories: readonly string[] } | { readonly serviceIds: readonly string[] };

interface Word {
  readonly planned: boolean;
  readonly serviceId: string;
  readonly locationId: string | null;
  readonly reportId: string;
  readonly heardAt: Date;
  readonly goodUntil: Date | null;
  readonly agingAt: Date;
  readonly staleAt: Date;
  readonly limit: string;
}

const AT_ONCE = 1_000;
/** For so long `directory_published.opening_period` keeps what is past. */
const KEPT = 15 * 86_400_000;

/**
 * Once limits or openings have changed: when each word will age, and each that is to come. In parts, each a transaction of its own
 * that holds its services as a report would, so that no word said meanwhile is counted by what was.
 */
@Injectable()
export class RecountFreshness {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `keeping`: the transaction that waits meanwhile, which must not be taken for idle. */
  async run(whose: Whose, keeping: Transaction): Promise<void> {
    const [territories, ids] = 'territories' in whose ? [whose.territories, null] : [null, whose.serviceIds];
    let after: string | null = null;
    do {
      const part: { id: string }[] = await keeping.manager.query(partSql, [territories, ids, after, AT_ONCE]);
      const serviceIds = part.map(({ id }) => id);
      if (serviceIds.length > 0) await this.unitOfWork.run(tx => this.recount(tx, serviceIds));
      after = serviceIds.length === AT_ONCE ? serviceIds.at(-1)! : null;
    } while (after !== null);
  }

  private async recount(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
    await tx.lockAll('status', serviceIds);
    const from = new Date(this.clock.now().getTime() - KEPT);
    const words = await tx.manager.query<Word[]>(wordsSql, [serviceIds]);
    const openings = await this.openings(tx, serviceIds);
    const changed = words.flatMap(word => {
      const { heardAt, goodUntil, staleAt } = word;
      const turns = upTo(goodUntil, turnsOf(heardAt, Number(word.limit), openings.get(word.serviceId) ?? [], { from, staleAt }));
      return +turns.agingAt === +word.agingAt && +turns.staleAt === +staleAt ? [] : [{ ...word, ...turns }];
    });
    for (const planned of [false, true]) await this.write(tx, planned, changed);
  }

  private async write(tx: Transaction, planned: boolean, changed: readonly Word[]): Promise<void> {
    const words = changed.filter(word => word.planned === planned);
    if (words.length === 0) return;
    await tx.manager.query(planned ? writePlanned : writeCurrent, [
      words.map(({ serviceId }) => serviceId),
      words.map(({ reportId }) => reportId),
      words.map(({ agingAt }) => agingAt),
      words.map(({ staleAt }) => staleAt),
    ]);
  }

  private async openings(tx: Transaction, serviceIds: readonly string[]): Promise<Map<string, Opening[]>> {
    const rows = await tx.manager.query<{ id: string; opens: number[]; closes: number[] }[]>(openingsSql, [serviceIds]);
    return new Map(
      rows.map(({ id, opens, closes }) => [
        id,
        opens.map((instant, n) => ({ opensAt: new Date(instant), closesAt: new Date(closes[n]!) })),
      ]),
    );
  }
}

/** Those that have no word yet too: their first may be under way, counted by what was. */
const partSql = `
  select service.id from directory_published.service
  where ($1::text[] is null or service.territories && $1) and ($2::uuid[] is null or service.id = any($2))
    and ($3::uuid is null or service.id > $3)
  order by service.id limit $4`;

/** A confirmation is heard anew; a plan will have been heard when it takes over. */
const wordsSql = `
  with limits as (
    select said.id, extract(epoch from crises_published.fresh_for(service.territories, service.categories)) * 1000 as ms
    from unnest($1::uuid[]) as said (id) join directory_published.service on service.id = said.id
  ), words as (
    select false as planned, service_id, report_id, confirmed_at, aging_at, stale_at from status.current where report_id is not null
    union all
    select true, service_id, report_id, null, aging_at, stale_at from status.planned
  )
  select words.planned, words.service_id as "serviceId", report.location_id as "locationId", words.report_id as "reportId",
    coalesce(words.confirmed_at, report.counts_from) as "heardAt", report.good_until as "goodUntil",
    words.aging_at as "agingAt", words.stale_at as "staleAt", limits.ms as "limit"
  from words join limits on limits.id = words.service_id join status.report on report.id = words.report_id`;

const openingsSql = `
  select service_id as id, array_agg(extract(epoch from opens_at)::float8 * 1000 order by opens_at) as opens,
    array_agg(extract(epoch from closes_at)::float8 * 1000 order by opens_at) as closes
  from directory_published.opening_period where service_id = any($1) group by service_id`;

const write = (table: string) => `
  update status.${table} kept set aging_at = turned.aging_at, stale_at = turned.stale_at
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) as turned (service_id, report_id, aging_at, stale_at)
  where kept.service_id = turned.service_id and kept.report_id = turned.report_id`;
const [writeCurrent, writePlanned] = [write('current'), write('planned')];
