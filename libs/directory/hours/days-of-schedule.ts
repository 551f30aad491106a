import rrule from 'rrule';
import { addDays, type Day, daysFrom, type TimeOfDay } from './local-time.ts';

const { RRule } = rrule;

/** A schedule as HSDS 3 has it. */
export interface Schedule {
  /** Stands for all that is said of its days, from `validFrom` to `validTo`. */
  readonly exception: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly dtstart: Day | null;
  readonly until: Day | null;
  readonly freq: 'WEEKLY' | 'MONTHLY' | null;
  readonly interval: number;
  readonly byday: readonly string[];
  readonly bymonthday: readonly number[];
  readonly opensAt: TimeOfDay | null;
  readonly closesAt: TimeOfDay | null;
}

const earliest = (...days: (Day | null)[]): Day => days.filter(day => day !== null).reduce((a, b) => (a < b ? a : b));
const latest = (...days: (Day | null)[]): Day => days.filter(day => day !== null).reduce((a, b) => (a > b ? a : b));

/** Its days from one to the other, in order. Without a frequency: the one day it begins, or else every day that it is valid. */
export function daysOf(schedule: Schedule, from: Day, to: Day): Day[] {
  const { validFrom, validTo, dtstart, until, freq } = schedule;
  const first = latest(from, validFrom, dtstart);
  const last = earliest(to, validTo, until, freq ? null : dtstart);
  if (first > last) return [];
  if (!freq) return daysFrom(first, last);
  if (freq === 'WEEKLY' && schedule.interval === 1) return daysFrom(first, last).filter(fallsOn(schedule));
  return ruleOf(schedule, first).between(dateOf(first), dateOf(last), true).map(asDay);
}

/** The commonest rule needs no rule's machinery. */
function fallsOn({ byday, dtstart }: Schedule): (day: Day) => boolean {
  const days = new Set(byday.length > 0 ? byday : [weekdayAt(dtstart!)]); // one of the two is said
  return day => days.has(weekdayAt(day));
}

const weekdayAt = (day: Day): string => WEEKDAYS[dateOf(day).getUTCDay()]!;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Begins close before its first day: a rule is followed from its start, and steps that lead nowhere near are left out. */
function ruleOf({ freq, interval, byday, bymonthday, dtstart }: Schedule, first: Day) {
  const start = dateOf(dtstart ?? first);
  const shared = { interval, byweekday: byday.map(weekdayOf), bymonthday: [...bymonthday], wkst: RRule.MO };
  if (freq === 'WEEKLY') {
    const monday = addDays(asDay(start), -((start.getUTCDay() + 6) % 7));
    const weeks = Math.floor((+dateOf(first) - +dateOf(monday)) / (7 * 86_400_000 * interval)) * interval;
    const byweekday = byday.length > 0 ? shared.byweekday : [(start.getUTCDay() + 6) % 7];
    return new RRule({ ...shared, byweekday, freq: RRule.WEEKLY, dtstart: dateOf(addDays(monday, 7 * weeks)) });
  }
  const [year, month] = first.split('-').map(Number) as [number, number];
  const months = (year - start.getUTCFullYear()) * 12 + month - 1 - start.getUTCMonth();
  const near = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + Math.floor(months / interval) * interval, 1));
  const days = byday.length + bymonthday.length > 0 ? shared.bymonthday : [start.getUTCDate()];
  return new RRule({ ...shared, bymonthday: days, freq: RRule.MONTHLY, dtstart: near });
}

/** `TU`, or `2TU` and `-1FR`: the second Tuesday, the last Friday. */
function weekdayOf(written: string) {
  const weekday = RRule[written.slice(-2) as 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU']; // checked when it was recorded
  const nth = Number(written.slice(0, -2));
  return nth ? weekday.nth(nth) : weekday;
}

const dateOf = (day: Day): Date => new Date(`${day}T00:00Z`);
const asDay = (date: Date): Day => date.toISOString().slice(0, 10);
