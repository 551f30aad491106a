import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a service is open: as its record says it (schedules), and as instants for the weeks to come (openings). */
export class DirectorySchedules1795564800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [service, schedules, openings, views]) await runner.query(part);
    const rows = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => holidaysOf(FIRST_YEAR + n)).flat();
    await runner.query('insert into directory.holiday select * from jsonb_populate_recordset(null::directory.holiday, $1)', [
      JSON.stringify(rows.map(([on_date, name_fr, name_en]) => ({ on_date, name_fr, name_en }))),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view directory_published.opening_period as
        select null::uuid as service_id, null::timestamptz as opens_at, null::timestamptz as closes_at where false;
      drop view directory_published.opening, directory_published.opening_at_location, directory_published.holiday;
      drop table directory.opening, directory.schedule, directory.holiday;
      alter table directory.service drop column holiday_rule, drop column time_zone`);
  }
}

const FIRST_YEAR = 2024;
const LAST_YEAR = 2036;

const service = `
  alter table directory.service
    -- on public holidays it is open as on other days, closed, or nobody has said
    add column holiday_rule text not null default 'ASK' check (holiday_rule in ('OPEN', 'CLOSED', 'ASK')),
    -- an IANA name; the region's where there is none
    add column time_zone text check (length(time_zone) between 1 and 100);
  grant insert (holiday_rule, time_zone), update (holiday_rule, time_zone) on directory.service to fanal_app;
`;

/** HSDS 3, with one thing more: an exception stands for all that is said of the days from valid_from to valid_to. */
const schedules = `
  create table directory.schedule (
    id uuid primary key,
    service_id             uuid references directory.service,
    location_id            uuid references directory.location,
    service_at_location_id uuid references directory.service_at_location,
    exception  boolean not null default false,
    valid_from date check (valid_from between '1900-01-01' and '2200-12-31'),
    valid_to   date check (valid_to between '1900-01-01' and '2200-12-31'),
    dtstart    date check (dtstart between '1900-01-01' and '2200-12-31'),
    until      date check (until between '1900-01-01' and '2200-12-31'),
    freq       text check (freq in ('WEEKLY', 'MONTHLY')),
    interval   int not null default 1 check (interval between 1 and 60),
    byday      text[] not null default '{}'
               check (array_to_string(byday, ' ') ~ '^((-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)( |$))*$' and array_position(byday, null) is null),
    bymonthday int[] not null default '{}' check (0 <> all(bymonthday) and 31 >= all(bymonthday) and -31 <= all(bymonthday)),
    -- local to the service; without both nothing but words is said, or, of an exception, that it is closed
    opens_at   time,
    closes_at  time,
    description_fr text check (length(description_fr) <= 2000),
    description_en text check (length(description_en) <= 2000),
    check (num_nonnulls(service_id, location_id, service_at_location_id) = 1),
    check ((opens_at is null) = (closes_at is null)),
    check (valid_from <= valid_to),
    check (not exception or num_nonnulls(valid_from, valid_to) = 2),
    check (interval = 1 or dtstart is not null),
    check (case freq
      when 'WEEKLY' then cardinality(bymonthday) = 0 and array_to_string(byday, ' ') !~ '[0-9]' and (cardinality(byday) > 0 or dtstart is not null)
      when 'MONTHLY' then cardinality(byday) + cardinality(bymonthday) > 0 or dtstart is not null
      else cardinality(byday) + cardinality(bymonthday) = 0 and interval = 1 end)
  );
  create index schedule_of_service on directory.schedule (service_id);
  create index schedule_of_location on directory.schedule (location_id);
  create index schedule_of_service_at_location on directory.schedule (service_at_location_id);

  create table directory.holiday (
    on_date date primary key,
    name_fr text not null,
    name_en text not null
  );
`;

/** Written by the hub alone, from the schedules; goes with what it is of. */
const openings = `
  create table directory.opening (
    service_id  uuid not null references directory.service on delete cascade,
    -- null: the service as a whole
    location_id uuid references directory.location on delete cascade,
    open_during tstzmultirange not null,
    known_until timestamptz not null,
    changed_at  timestamptz not null,
    unique nulls not distinct (service_id, location_id)
  );
  create index opening_by_location on directory.opening (location_id);
  create index opening_by_end on directory.opening (known_until);
  grant select on directory.schedule, directory.holiday, directory.opening to fanal_app;
  grant insert, update, delete on directory.schedule, directory.opening to fanal_app;
`;

const views = `
  create view directory_published.holiday as select on_date, name_fr, name_en from directory.holiday;

  -- From the start of yesterday to eight weeks ahead. No row: no hours are known.
  create view directory_published.opening as
    select service_id, open_during, changed_at from directory.opening where location_id is null;

  create view directory_published.opening_at_location as
    select service_id, location_id, open_during from directory.opening where location_id is not null;

  create or replace view directory_published.opening_period as
    select opening.service_id, lower(period) as opens_at, upper(period) as closes_at
    from directory.opening cross join unnest(opening.open_during) period
    where opening.location_id is null;

  grant select on directory_published.holiday, directory_published.opening, directory_published.opening_at_location to fanal_app;
`;

type Holiday = readonly [on: string, fr: string, en: string];

const dayOf = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const weekday = (year: number, month: number, day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The nth Monday of a month. */
const monday = (year: number, month: number, nth: number): string =>
  dayOf(year, month, 1 + ((8 - weekday(year, month, 1)) % 7) + 7 * (nth - 1));

/** Québec's. 24 June and 1 July that fall on a Sunday are also kept the day after. */
function holidaysOf(year: number): Holiday[] {
  const [month, day] = easter(year);
  const nextDay = (on: number, names: readonly [string, string]): Holiday[] =>
    weekday(year, on, on === 6 ? 24 : 1) === 0
      ? [[dayOf(year, on, on === 6 ? 25 : 2), `${names[0]} (congé reporté)`, `${names[1]} (observed)`]]
      : [];
  const [national, canada] = [['Fête nationale du Québec', 'Québec National Day'] as const, ['Fête du Canada', 'Canada Day'] as const];
  return [
    [dayOf(year, 1, 1), 'Jour de l’An', 'New Year’s Day'],
    [dayOf(year, month, day - 2), 'Vendredi saint', 'Good Friday'],
    [dayOf(year, month, day + 1), 'Lundi de Pâques', 'Easter Monday'],
    [dayOf(year, 5, 24 - ((weekday(year, 5, 24) + 6) % 7)), 'Journée nationale des patriotes', 'National Patriots’ Day'],
    [dayOf(year, 6, 24), ...national],
    ...nextDay(6, national),
    [dayOf(year, 7, 1), ...canada],
    ...nextDay(7, canada),
    [monday(year, 9, 1), 'Fête du Travail', 'Labour Day'],
    [monday(year, 10, 2), 'Action de grâces', 'Thanksgiving'],
    [dayOf(year, 12, 25), 'Noël', 'Christmas Day'],
  ];
}

/** Of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): [month: number, day: number] {
  const a = year % 19;
  const [b, c] = [Math.trunc(year / 100), year % 100];
  const [d, e] = [Math.trunc(b / 4), b % 4];
  const g = Math.trunc((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.trunc(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.trunc((a + 11 * h + 19 * l) / 433);
  const month = Math.trunc((h + l - 7 * m + 90) / 25);
  return [month, (h + l - 7 * m + 33 * month + 19) % 32];
}
