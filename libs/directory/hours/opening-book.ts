import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, newId } from '#libs/kernel';
import { Jobs, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import { ServiceSchedulesChangedEvent } from '../directory.events.ts';
import { type HoursOfService, holidays, hoursOfServices } from './hours-of-services.ts';
import { addDays, dayAt, instantOf } from './local-time.ts';
import { type OpeningPeriod, periodsOf } from './opening-periods.ts';

const AHEAD = 56; // days
/** Days; as long as words stay fresh at most: their age is counted in openings. */
const BEHIND = 15;
const AT_ONCE = 500;
const ROLL_ON = 'roll-openings-on';
const AN_HOUR = 3_600_000;

interface Opening {
  readonly service_id: string;
  readonly location_id: string | null;
  readonly open_during: string;
  readonly known_until: Date;
}

/** When services are open, as instants, from fifteen days ago to eight weeks ahead: the only writer of `directory.opening`. */
@Injectable()
export class OpeningBook implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    jobs.define(ROLL_ON, () => this.rollOn());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.roles.has('worker')) await this.unitOfWork.run(tx => this.rollOnLater(tx, this.clock.now()));
  }

  /** After any change to what their records say of their hours, in the same transaction. Those whose hours became others are announced. */
  async recount(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
    if (serviceIds.length === 0) return;
    await tx.lock('directory', 'openings');
    const known = await holidays(tx.manager);
    for (const ids of inParts([...new Set(serviceIds)])) {
      const services = await hoursOfServices(tx.manager, ids);
      const openings = services.flatMap(service => openingsOf(service, known, this.clock.now()));
      const changed = await tx.manager.query<{ service_id: string }[]>(write, [JSON.stringify(openings), ids, this.clock.now()]);
      const changedIds = changed.map(({ service_id }) => service_id);
      if (changedIds.length > 0) tx.announce(ServiceSchedulesChangedEvent.of(newId(), { v: 1, serviceIds: changedIds }));
    }
  }

  /** The same, of all that are at these places. */
  async recountAt(tx: Transaction, locationIds: readonly string[]): Promise<void> {
    const rows = await tx.manager.query<{ id: string }[]>(
      'select distinct service_id as id from directory.service_at_location where location_id = any($1)',
      [locationIds],
    );
    await this.recount(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** A day further: those that are not known far enough ahead. Each hour, since zones begin their days at hours of their own. */
  private async rollOn(): Promise<void> {
    const now = this.clock.now();
    let more = true;
    while (more)
      more = await this.unitOfWork.run(async tx => {
        const rows = await tx.manager.query<{ id: string }[]>(behind, [now, AHEAD, AT_ONCE]);
        await this.recount(
          tx,
          rows.map(({ id }) => id),
        );
        return rows.length === AT_ONCE;
      });
    await this.unitOfWork.run(tx => this.rollOnLater(tx, new Date(now.getTime() + AN_HOUR)));
  }

  private rollOnLater(tx: Transaction, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, ROLL_ON, {}, { key: ROLL_ON, runAt });
  }
}

function openingsOf(service: HoursOfService, known: Awaited<ReturnType<typeof holidays>>, now: Date): Opening[] {
  const today = dayAt(now, service.zone);
  const [from, until] = [
    instantOf(addDays(today, -BEHIND), '00:00', service.zone),
    instantOf(addDays(today, AHEAD), '00:00', service.zone),
  ];
  // what begins the day before may last into the first
  const { whole, at } = periodsOf(service, known, addDays(today, -BEHIND - 1), addDays(today, AHEAD - 1));
  return [[null, whole] as const, ...at].flatMap(([location_id, periods]) =>
    periods ? [{ service_id: service.id, location_id, open_during: multirange(periods, from), known_until: until }] : [],
  );
}

const multirange = (periods: readonly OpeningPeriod[], from: Date): string =>
  `{${periods
    .filter(({ closesAt }) => closesAt > from)
    .map(({ opensAt, closesAt }) => `[${opensAt.toISOString()},${closesAt.toISOString()})`)
    .join(',')}}`;

function* inParts(ids: readonly string[]): Generator<readonly string[], void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}

/** Their end is the start of some day, eight weeks after the present one where they are. */
const behind = `
  select distinct service_id as id from directory.opening
    join directory.service on service.id = opening.service_id cross join directory.region
  where known_until < $1::timestamptz + interval '1 day' * $2
    and known_until < (((($1::timestamptz at time zone coalesce(service.time_zone, region.time_zone))::date + $2::int)::timestamp)
      at time zone coalesce(service.time_zone, region.time_zone))
  limit $3`;

/** Changed is what is otherwise in the time that was known before; a day more at the end, or a day less at the start, is none. */
const write = `
  with given as (
    select service_id, location_id, open_during::tstzmultirange as open_during, known_until
    from jsonb_to_recordset($1::jsonb) as row (service_id uuid, location_id uuid, open_during text, known_until timestamptz)
  ), was as materialized (
    select * from directory.opening where service_id = any($2)
  ), compared as (
    select coalesce(given.service_id, was.service_id) as service_id, coalesce(given.location_id, was.location_id) as location_id,
      given.open_during, given.known_until, was.service_id is not null and given.service_id is null as gone,
      was.service_id is null or given.service_id is null
        or was.open_during * seen.both is distinct from given.open_during * seen.both as changed
    from given full join was on was.service_id = given.service_id and was.location_id is not distinct from given.location_id
      cross join lateral (select tstzmultirange(tstzrange($3::timestamptz, greatest($3, least(was.known_until, given.known_until)))) as both) seen
  ), removed as (
    delete from directory.opening held using compared
    where compared.gone and held.service_id = compared.service_id and held.location_id is not distinct from compared.location_id
  ), put as (
    insert into directory.opening as held (service_id, location_id, open_during, known_until, changed_at)
    select service_id, location_id, open_during, known_until, $3 from compared where not gone
    on conflict (service_id, location_id) do update set open_during = excluded.open_during, known_until = excluded.known_until,
      changed_at = case when exists (select from compared where compared.changed and compared.service_id = excluded.service_id
        and compared.location_id is not distinct from excluded.location_id) then excluded.changed_at else held.changed_at end
    where (held.open_during, held.known_until) is distinct from (excluded.open_during, excluded.known_until)
  )
  select distinct service_id from compared where changed order by service_id`;
