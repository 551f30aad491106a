import type { EntityManager } from 'typeorm';

/** Instants by the region's calendar: so many days before the day of loading, at an hour of its clock. */
export type Days = (daysAgo: number, hour: number, minute?: number) => Date;

export const LONG = 21;
const AHEAD = 14;
const MINUTE = 60_000;

export async function daysBefore(
  manager: EntityManager,
  now: Date,
): Promise<{ today: string; at: Days; weekday: (daysAgo: number) => number }> {
  const rows = await manager.query<{ ago: number; day: string; midnight: Date }[]>(
    `select ago, ((($1::timestamptz at time zone time_zone)::date - ago))::text as day,
       ((($1::timestamptz at time zone time_zone)::date - ago)::timestamp at time zone time_zone) as midnight
     from directory_published.region cross join generate_series(-$2::int, $3::int) ago`,
    [now, AHEAD, LONG + 1],
  );
  const days = new Map(rows.map(({ ago, day, midnight }) => [ago, { day, midnight }]));
  const of = (ago: number) => days.get(ago)!; // all that a history asks for were fetched
  return {
    today: of(0).day,
    at: (ago, hour, minute = 0) => new Date(+of(ago).midnight + (hour * 60 + minute) * MINUTE),
    weekday: ago => new Date(of(ago).day).getUTCDay(),
  };
}
