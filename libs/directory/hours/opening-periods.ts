import { daysOf, type Schedule } from './days-of-schedule.ts';
import { addDays, type Day, daysFrom, instantOf, type TimeOfDay } from './local-time.ts';

export type HolidayRule = 'OPEN' | 'CLOSED' | 'ASK';

/** What is said of a service's hours: for the service, for its places, for it at each of them. */
export interface Hours {
  readonly holidayRule: HolidayRule;
  readonly zone: string;
  readonly own: readonly Schedule[];
  readonly places: readonly { readonly locationId: string; readonly here: readonly Schedule[]; readonly place: readonly Schedule[] }[];
}

/** It belongs to the day on which it begins. */
export interface OpeningPeriod {
  readonly day: Day;
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export type Holidays = ReadonlyMap<Day, unknown>;

/** Null where no hours are known of it in these days. */
export type Periods = readonly OpeningPeriod[] | null;

/**
 * The periods that begin from one day to another. At a place, what is said of the service there goes before what is said of the
 * service, and that before what is said of the place. Of a day: an exception; else the holiday rule; else the usual hours.
 */
export function periodsAt(levels: readonly (readonly Schedule[])[], hours: Hours, holidays: Holidays, from: Day, to: Day): Periods {
  const known = levels.map(level => level.filter(schedule => isKnown(schedule, from)));
  if (known.every(level => level.length === 0)) return null;
  const usual = known.map(level => level.filter(({ exception }) => !exception)).find(level => level.length > 0) ?? [];
  const usualDays = usual.map(schedule => ({ schedule, days: new Set(daysOf(schedule, from, to)) }));
  const exceptions = known.map(level => level.filter(({ exception }) => exception));
  const spans = daysFrom(from, to).flatMap(day => {
    const instead = exceptions.map(level => exceptionsOn(day, level)).find(found => found.length > 0);
    if (instead)
      return spansOf(
        day,
        instead.filter(schedule => daysOf(schedule, day, day).length > 0),
      );
    const today = usualDays.filter(({ days }) => days.has(day)).map(({ schedule }) => schedule);
    if (!holidays.has(day) || hours.holidayRule === 'OPEN') return spansOf(day, today);
    return hours.holidayRule === 'ASK' ? spansOf(day, today.filter(isNeverClosed)) : [];
  });
  return merged(spans.map(span => inTime(span, hours.zone)));
}

/** Of the service as a whole: where one of its places is open; its own hours too, unless all its places keep them. */
export function periodsOf(hours: Hours, holidays: Holidays, from: Day, to: Day): { whole: Periods; at: Map<string, Periods> } {
  const at = new Map(
    hours.places.map(({ locationId, here, place }) => [locationId, periodsAt([here, hours.own, place], hours, holidays, from, to)]),
  );
  const keepOwn = hours.places.length > 0 && hours.places.every(({ here }) => !here.some(({ exception }) => !exception));
  const own = keepOwn ? null : periodsAt([hours.own], hours, holidays, from, to);
  const all = [own, ...at.values()].filter(periods => periods !== null);
  return { whole: all.length === 0 ? null : merged(all.flat()), at };
}

/** What stands for this day; null where the usual hours do, or the holiday's rule. */
export function exceptionOn<S extends Schedule>(levels: readonly (readonly S[])[], day: Day): S | null {
  const found = levels.map(level =>
    exceptionsOn(
      day,
      level.filter(({ exception }) => exception),
    ),
  );
  return found.find(level => level.length > 0)?.[0] ?? null;
}

/** Words alone say no hours; nor does what ended before. */
function isKnown({ exception, opensAt, validFrom, validTo, until }: Schedule, from: Day): boolean {
  if (exception) return validFrom !== null && validTo! >= from; // an exception has both
  const over = (end: Day | null) => end !== null && end < from;
  return opensAt !== null && !over(validTo) && !over(until);
}

/** Of several that speak of a day, those of the shortest span. */
function exceptionsOn<S extends Schedule>(day: Day, schedules: readonly S[]): readonly S[] {
  const found = schedules.filter(({ validFrom, validTo }) => validFrom! <= day && day <= validTo!);
  const length = ({ validFrom, validTo }: S) => Date.parse(validTo!) - Date.parse(validFrom!);
  const shortest = Math.min(...found.map(length));
  return found.filter(schedule => length(schedule) === shortest);
}

/** Day and night, every day: its own words say what it does on holidays. */
const isNeverClosed = ({ opensAt, closesAt, freq, interval, byday, dtstart }: Schedule): boolean =>
  opensAt === closesAt && interval === 1 && (freq === 'WEEKLY' ? new Set(byday).size === 7 : freq === null && dtstart === null);

type Span = Pick<OpeningPeriod, 'day' | 'opens' | 'closes'>;

const spansOf = (day: Day, schedules: readonly Schedule[]): Span[] =>
  schedules.flatMap(({ opensAt, closesAt }) => (opensAt !== null && closesAt !== null ? [{ day, opens: opensAt, closes: closesAt }] : []));

/** Closing at or before the time of opening is the next day. */
const inTime = ({ day, opens, closes }: Span, zone: string): OpeningPeriod => ({
  day,
  opens,
  closes,
  opensAt: instantOf(day, opens, zone),
  closesAt: instantOf(closes <= opens ? addDays(day, 1) : day, closes, zone),
});

/** In order; those of a day that touch are one, and those without length are none. */
function merged(periods: readonly OpeningPeriod[]): OpeningPeriod[] {
  const inOrder = periods.filter(({ opensAt, closesAt }) => opensAt < closesAt).sort((a, b) => +a.opensAt - +b.opensAt);
  const all: OpeningPeriod[] = [];
  for (const period of inOrder) {
    const last = all.at(-1);
    if (!last || last.day !== period.day || period.opensAt > last.closesAt) all.push(period);
    else if (period.closesAt > last.closesAt) all[all.length - 1] = { ...last, closes: period.closes, closesAt: period.closesAt };
  }
  return all;
}
