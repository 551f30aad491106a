import type { EntityManager } from 'typeorm';
import type { Localized, Placed } from '#libs/kernel';
import type { Schedule } from './days-of-schedule.ts';
import type { HolidayRule, Hours } from './opening-periods.ts';

/** With the words that go with it. */
export interface SaidSchedule extends Schedule {
  readonly id: string;
  readonly locationId: string | null;
  readonly description: Localized | null;
}

export interface HoursOfService extends Hours {
  readonly id: string;
  readonly placed: Placed;
  readonly confidential: boolean;
  readonly holidayRule: HolidayRule;
  readonly own: readonly SaidSchedule[];
  readonly places: readonly {
    readonly locationId: string;
    readonly here: readonly SaidSchedule[];
    readonly place: readonly SaidSchedule[];
  }[];
}

/** All that their records say of when they are open. */
export const hoursOfServices = (manager: EntityManager, ids: readonly string[]): Promise<HoursOfService[]> =>
  manager.query(hoursSql, [ids]);

const schedules = (owner: string, locationId: string) => `
  coalesce((select jsonb_agg(jsonb_build_object('id', said.id, 'locationId', ${locationId}, 'exception', said.exception,
      'validFrom', said.valid_from, 'validTo', said.valid_to, 'dtstart', said.dtstart, 'until', said.until,
      'freq', said.freq, 'interval', said.interval, 'byday', said.byday, 'bymonthday', said.bymonthday,
      'opensAt', to_char(said.opens_at, 'HH24:MI'), 'closesAt', to_char(said.closes_at, 'HH24:MI'),
      'description', case when num_nonnulls(said.description_fr, said.description_en) > 0
        then jsonb_build_object('fr', said.description_fr, 'en', said.description_en) end)
      order by said.exception, said.valid_from nulls first, said.opens_at, said.id)
    from directory.schedule said where said.${owner}), '[]')`;

const hoursSql = `
  select service.id, service.holiday_rule as "holidayRule", coalesce(service.time_zone, region.time_zone) as zone,
    jsonb_build_object('organizationId', service.organization_id, 'territories', service.territories) as placed,
    service.confidential or organization.confidential as confidential,
    ${schedules('service_id = service.id', 'null')} as own,
    coalesce((select jsonb_agg(jsonb_build_object('locationId', held.location_id,
        'here', ${schedules('service_at_location_id = held.id', 'held.location_id')},
        'place', ${schedules('location_id = held.location_id', 'held.location_id')}) order by held.location_id)
      from directory.service_at_location held where held.service_id = service.id), '[]') as places
  from directory.service join directory.organization on organization.id = service.organization_id cross join directory.region
  where service.id = any($1)`;

export async function holidays(manager: EntityManager): Promise<Map<string, Localized>> {
  const rows = await manager.query<{ day: string; name: Localized }[]>(
    `select to_char(on_date, 'YYYY-MM-DD') as day, jsonb_build_object('fr', name_fr, 'en', name_en) as name from directory.holiday`,
  );
  return new Map(rows.map(({ day, name }) => [day, name]));
}
