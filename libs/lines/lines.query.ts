import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, dayAt, daysFrom, type OpeningPeriod, periodsAt, type Schedule } from '#libs/directory';
import { Clock, type Localized } from '#libs/kernel';
import type { HolidayRule, Line, LineDay, LineHours } from '#libs/schema';
import { type LineWord, standing } from './line-state.ts';

interface Row {
  code: string;
  name: Localized;
  number: string | null;
  url: string | null;
  ownerId: string | null;
  crisisId: string | null;
  holidayRule: HolidayRule;
  zone: string;
  hours: LineHours[];
  exceptions: { date: string; opensAt: string | null; closesAt: string | null; note: Localized | null }[];
  word: (Omit<LineWord, 'since' | 'renewedAt'> & { since: string; renewedAt: string; by: string | null }) | null;
  holidays: Record<string, Localized>;
}

/** `toldBy`: for who tells lines, see the resolver. */
export type LineRow = Omit<Line, 'owner'> & { ownerId: string | null };

/** Far enough to find when a line opens that is closed for the holidays. */
const AHEAD = 21;
const SHOWN = 7;

/** `lines` and `line`: how each stands now. */
@Injectable()
export class Lines {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  all(): Promise<LineRow[]> {
    return this.read(null);
  }

  async one(code: string): Promise<LineRow | null> {
    return (await this.read(code))[0] ?? null;
  }

  /** Of the region, where lines keep their hours. */
  async zone(): Promise<string> {
    const [{ zone }] = await this.db.query<[{ zone: string }]>('select time_zone as zone from directory_published.region');
    return zone;
  }

  private async read(code: string | null): Promise<LineRow[]> {
    const now = this.clock.now();
    const rows = await this.db.query<{ answer: Row }[]>(linesSql, [code, now]);
    return rows.map(({ answer }) => lineOf(answer, now));
  }
}

function lineOf({ word, zone, exceptions, holidays, ...row }: Row, now: Date): LineRow {
  const today = dayAt(now, zone);
  const periods = periodsAt([schedulesOf(row, exceptions)], { ...row, zone, own: [], places: [] }, new Map(Object.entries(holidays)), addDays(today, -2), addDays(today, AHEAD)); // prettier-ignore
  const said = word && { ...word, since: new Date(word.since), renewedAt: new Date(word.renewedAt) };
  const { byHours, ...stands } = standing(said, periods, now);
  const days = periods ? daysShown(today, periods, { exceptions, holidays }) : [];
  return { ...row, ...stands, byHours, toldBy: byHours ? null : (word?.by ?? null), days };
}

const nothing = { validFrom: null, validTo: null, dtstart: null, until: null, freq: null, interval: 1, byday: [], bymonthday: [] };

function schedulesOf({ hours }: Pick<Row, 'hours'>, exceptions: Row['exceptions']): Schedule[] {
  return [
    ...hours.map(({ byday, opensAt, closesAt }) => ({ ...nothing, exception: false, freq: 'WEEKLY' as const, byday, opensAt, closesAt })),
    ...exceptions.map(({ date, opensAt, closesAt }) => ({
      ...nothing,
      exception: true,
      validFrom: date,
      validTo: date,
      opensAt,
      closesAt,
    })),
  ];
}

function daysShown(
  today: string,
  periods: readonly OpeningPeriod[],
  { exceptions, holidays }: Pick<Row, 'exceptions' | 'holidays'>,
): LineDay[] {
  return daysFrom(today, addDays(today, SHOWN - 1)).map(date => {
    const instead = exceptions.find(exception => exception.date === date);
    return {
      date,
      periods: periods.filter(({ day }) => day === date).map(({ opens, closes }) => ({ opens, closes })),
      holiday: holidays[date] ?? null,
      note: instead?.note ?? null,
      exceptional: instead !== undefined,
    };
  });
}

const localized = (row: string, name: string) =>
  `case when num_nonnulls(${row}.${name}_fr, ${row}.${name}_en) > 0 then jsonb_build_object('fr', ${row}.${name}_fr, 'en', ${row}.${name}_en) end`;
const time = (name: string) => `to_char(${name}, 'HH24:MI')`;

/** Of a crisis that is over, its line is not shown; nor of an exercise, which has none. */
const linesSql = `
  select jsonb_build_object('code', line.code, 'name', ${localized('line', 'name')}, 'number', line.number, 'url', line.url,
    'ownerId', line.owner_organization_id, 'crisisId', line.crisis_id, 'holidayRule', line.holiday_rule, 'zone', region.time_zone,
    'hours', coalesce((select jsonb_agg(jsonb_build_object('byday', to_jsonb(hours.byday), 'opensAt', ${time('hours.opens_at')},
        'closesAt', ${time('hours.closes_at')}) order by hours.opens_at, hours.byday)
      from lines.opening_hours hours where hours.line_code = line.code), '[]'),
    'exceptions', coalesce((select jsonb_agg(jsonb_build_object('date', day.on_date, 'opensAt', ${time('day.opens_at')},
        'closesAt', ${time('day.closes_at')}, 'note', ${localized('day', 'note')}))
      from lines.exceptional_day day where day.line_code = line.code and day.on_date between $2::timestamptz::date - 5 and $2::timestamptz::date + 30), '[]'),
    'holidays', (select coalesce(jsonb_object_agg(holiday.on_date, ${localized('holiday', 'name')}), '{}')
      from directory_published.holiday where holiday.on_date between $2::timestamptz::date - 5 and $2::timestamptz::date + 30),
    'word', (select jsonb_build_object('state', word.state, 'waitSeconds', word.wait_seconds, 'waiting', word.waiting, 'since', word.since,
        'renewedAt', word.renewed_at,
        'by', (select person.display_name from identity_published.person where 'account:' || person.id = word.said_by))
      from lines.line_word word where word.line_code = line.code order by word.said_at desc, word.id desc limit 1)) as answer
  from lines.line cross join directory_published.region
    left join crises_published.crisis on crisis.id = line.crisis_id
  where ($1::text is null or line.code = $1) and line.ended_at is null and crisis.closed_at is null
  order by line.crisis_id is not null, line.position, line.code`;
