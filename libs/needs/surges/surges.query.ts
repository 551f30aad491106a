import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { QuerySurgesArgs, Surge, SurgeMeasure, SurgePeriod } from '#libs/schema';
import { calendarOfDay, calendarOfHour } from './calendar.ts';
import { judged, type Judged, type Period } from './farrington.ts';
import { dayOf, hourOf, seriesSql } from './series.sql.ts';

export type SurgeRow = Omit<Surge, 'territory'> & { readonly territoryCode: string };

/** Counts of one kind in one place, by period: how many, how many of them unmet. */
interface Series {
  readonly code: string;
  readonly kind: string;
  readonly first: number;
  readonly counts: readonly (readonly [period: number, n: number, unmet: number])[];
}
/** How a series is cut and what its calendar says. */
interface Cut {
  readonly period: SurgePeriod;
  /** Of the present, and how many periods of the past are used at most, at least and left apart. */
  readonly now: number;
  readonly most: number;
  readonly least: number;
  readonly apart: number;
  readonly calendar: (period: number, known: number) => readonly number[];
  readonly begins: (period: number) => Date;
}
type Found = Judged & {
  readonly kind: string;
  readonly code: string;
  readonly measure: SurgeMeasure;
  readonly period: SurgePeriod;
  readonly since: Date;
  readonly of: number | null;
};

const HOUR = 3_600_000;
const LONGEST_RUN = 14;
const KEPT = 60_000;

/** What rises beyond chance, of each kind of need in each place. */
@Injectable()
export class Surges {
  private kept: { until: number; found: Promise<Found[]> } | null = null;

  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async at({ at, muted }: QuerySurgesArgs): Promise<SurgeRow[]> {
    const found = await (at ? this.find(new Date(at)) : this.present());
    const words = await this.prepared.query<Word>(wordsSql, [found.map(idOf), found.map(({ kind }) => kind)]);
    return found
      .map((surge, n) => rowOf(surge, words[n]!))
      .filter(surge => muted || !surge.muted)
      .toSorted((a, b) => excess(b) - excess(a));
  }

  /** Whether it is one of those that are found now, or was explained before. */
  async isKnown(surgeId: string): Promise<boolean> {
    if ((await this.present()).some(surge => idOf(surge) === surgeId)) return true;
    const [word] = await this.prepared.query('select from needs.surge_word where surge = $1', [surgeId]);
    return word !== undefined;
  }

  /** For a minute, whoever asks. */
  private present(): Promise<Found[]> {
    const now = this.clock.now();
    if (!this.kept || this.kept.until < +now) {
      const found = this.find(now);
      this.kept = { until: +now + KEPT, found };
      found.catch(() => (this.kept = null));
    }
    return this.kept.found;
  }

  private async find(at: Date): Promise<Found[]> {
    const [days, hours, months] = [await this.days(at), await this.hours(at), await this.months(at)];
    return [...months, ...days, ...hours];
  }

  private async days(at: Date): Promise<Found[]> {
    const [{ today, zone } = { today: 0, zone: 'UTC' }] = await this.prepared.query<{ today: number; zone: string }>(
      `select (($1::timestamptz at time zone time_zone)::date - date '2000-01-01') as today, time_zone as zone from directory_published.region`,
      [at],
    );
    const rows = await this.prepared.query<Series>(seriesSql(dayOf), [at, '420 days', '4 days']);
    const begins = (day: number) => beginningOf(day, zone);
    const calendar = (day: number, known: number) => calendarOfDay(day, known >= 365);
    return surgesIn(rows, { period: 'DAY', now: today, most: 400, least: 56, apart: 7, calendar, begins });
  }

  /** Where an event runs, by hour: the last whole one, of the region's clock. */
  private async hours(at: Date): Promise<Found[]> {
    const [event] = await this.prepared.query<{ zone: string; places: string[] }>(
      `select region.time_zone as zone, array_agg(distinct area.territory_code) as places
       from crises_published.crisis join crises_published.area on area.crisis_id = crisis.id cross join directory_published.region
       where crisis.opened_at <= $1 and (crisis.closed_at is null or crisis.closed_at > $1) and not crisis.exercise group by 1`,
      [at],
    );
    if (!event) return [];
    const now = Math.floor(+at / HOUR) - 1;
    const rows = await this.prepared.query<Series>(seriesSql(hourOf), [new Date((now + 1) * HOUR - 1), '36 days', '4 hours']);
    const calendar = (hour: number) => {
      const local = new Date(hour * HOUR).toLocaleString('en-CA', {
        timeZone: event.zone,
        hourCycle: 'h23',
        weekday: 'short',
        hour: '2-digit',
      });
      return calendarOfHour(
        Number(/\d+/.exec(local)?.[0] ?? 0),
        ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].findIndex(day => local.includes(day)),
      );
    };
    const begins = (hour: number) => new Date(hour * HOUR);
    return surgesIn(rows, { period: 'HOUR', now, most: 28 * 24, least: 7 * 24, apart: 24, calendar, begins });
  }

  private async months(at: Date): Promise<Found[]> {
    const rows = await this.prepared.query<Series & { now: number }>(monthsSql, [at]);
    const begins = (month: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1, 5));
    return rows.flatMap(row =>
      surgesIn([row], { period: 'MONTH', now: row.now, most: 120, least: 12, apart: 6, calendar: () => [], begins }),
    );
  }
}

/** Totals; the part of each kind in all; the part of each that was unmet. */
function surgesIn(rows: readonly Series[], cut: Cut): Found[] {
  const all = new Map(rows.filter(({ kind }) => kind === 'ALL').map(row => [row.code, row]));
  return rows.flatMap(row => {
    const total = runOf(row, cut, 'TOTAL', n => [n[0], 1]);
    if (cut.period === 'MONTH') return total;
    const whole = all.get(row.code);
    const share = row.kind !== 'ALL' && whole ? runOf(row, cut, 'SHARE', (n, period) => [n[0], countAt(whole, period)[0]]) : [];
    return [...total, ...share, ...runOf(row, cut, 'UNMET_SHARE', n => [n[1], n[0]])];
  });
}

const indexes = new WeakMap<Series, Map<number, readonly [number, number]>>();
function countAt(series: Series, period: number): readonly [n: number, unmet: number] {
  let index = indexes.get(series);
  if (!index) indexes.set(series, (index = new Map(series.counts.map(([at, n, unmet]) => [Number(at), [n, unmet] as const]))));
  return index.get(period) ?? [0, 0];
}

/** The present, judged; where it is a surge, since when without interruption. */
function runOf(
  series: Series,
  cut: Cut,
  measure: SurgeMeasure,
  asked: (n: readonly [number, number], period: number) => readonly [count: number, of: number],
): Found[] {
  const at = (period: number, known: number): Period => {
    const [count, of] = asked(countAt(series, period), period);
    return { count, of, calendar: cut.calendar(period, known) };
  };
  const judge = (now: number): (Judged & { of: number }) | null => {
    const begin = Math.max(Number(series.first), now - cut.apart - cut.most);
    const known = now - cut.apart - begin;
    const present = at(now, known);
    if (known < cut.least || present.of === 0) return null;
    const past = Array.from({ length: known }, (_, n) => at(begin + n, known));
    if (past.filter(({ of }) => of > 0).length < cut.least / 2) return null;
    const recent = [3, 2, 1].map(back => at(now - back, known).count);
    return { ...judged(past, present, cut.apart, recent), of: present.of };
  };
  const present = judge(cut.now);
  if (!present?.isSurge) return [];
  let since = cut.now;
  while (cut.now - since < LONGEST_RUN && judge(since - 1)?.isSurge) since--;
  const { code, kind } = series;
  return [{ ...present, of: measure === 'TOTAL' ? null : present.of, code, kind, measure, period: cut.period, since: cut.begins(since) }];
}

/** The instant at which a local day begins, days counted from 2000-01-01. */
function beginningOf(day: number, zone: string): Date {
  const noon = new Date(Date.UTC(2000, 0, 1 + day, 12));
  const local = new Date(noon.toLocaleString('en-US', { timeZone: zone }));
  const utc = new Date(noon.toLocaleString('en-US', { timeZone: 'UTC' }));
  return new Date(+noon - 12 * HOUR + (+utc - +local));
}

const idOf = ({ measure, period, kind, code, since }: Found): string =>
  `${measure}.${period}.${kind}.${code}.${since.toISOString().slice(0, 13)}`;
const excess = ({ observed, expected, high }: SurgeRow): number => (observed - expected) / Math.max(1, high - expected);
const rounded = (value: number): number => Math.round(value * 10) / 10;

interface Word {
  readonly fr: string;
  readonly en: string;
  readonly explanation: string | null;
  readonly note: string | null;
  readonly muted: boolean;
  readonly at: Date | null;
}
function rowOf(surge: Found, word: Word): SurgeRow {
  const { kind, code: territoryCode, measure, period, since, observed, expected, low, high, of } = surge;
  return {
    ...{ id: idOf(surge), kind, kindName: { fr: word.fr, en: word.en }, territoryCode, measure, period, since, observed, of },
    ...{ expected: rounded(expected), low: rounded(low), high: rounded(high) },
    ...{ explanation: word.explanation, note: word.note, muted: word.muted, explainedAt: word.at },
  };
}

const monthsSql = `
  with present as (
    select (extract(year from local) * 12 + extract(month from local) - 1)::int as now from (select $1::timestamptz at time zone time_zone as local from directory_published.region) told
  ), counted as (
    select territory as code, coalesce(kind, 'ALL') as kind, (extract(year from month) * 12 + extract(month from month) - 1)::int as month, n from needs.past_total
  )
  select code, kind, now, (select min(month) from counted first where first.code = counted.code and first.kind = counted.kind) as first,
    jsonb_agg(jsonb_build_array(month, n, 0) order by month) as counts
  from counted cross join present where month <= now group by code, kind, now having max(month) = now`;

const wordsSql = `
  select coalesce(kind.name_fr, case when asked.kind = 'ALL' then 'Tous les besoins' end, own.name_fr, asked.kind) as fr,
    coalesce(kind.name_en, case when asked.kind = 'ALL' then 'All needs' end, own.name_en, asked.kind) as en,
    word.explanation, word.note, coalesce(word.muted, false) as muted, word.explained_at as at
  from unnest($1::text[], $2::text[]) with ordinality asked (surge, kind, place)
    left join needs.kind on kind.code = asked.kind left join needs.surge_word word on word.surge = asked.surge
    left join lateral (select name_fr, name_en from crises_published.need_kind where need_kind.code = asked.kind limit 1) own on true
  order by asked.place`;
