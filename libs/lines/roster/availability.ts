import { addDays, dayAt, instantOf } from '#libs/directory';
import type { Weekday } from '#libs/schema';

/** Local to the region. Ending at or before its beginning is the next day. */
export interface Shift {
  readonly byday: readonly Weekday[];
  readonly begins: string;
  readonly ends: string;
}

const WEEKDAYS: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Whether one of the shifts covers all of the time asked for. Who names none comes at any hour. */
export function isAvailable(shifts: readonly Shift[], from: Date, to: Date, zone: string): boolean {
  if (shifts.length === 0) return true;
  const today = dayAt(from, zone);
  return [addDays(today, -1), today].some(day => {
    const weekday = WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()]!;
    return shifts.some(({ byday, begins, ends }) => {
      const until = ends <= begins ? addDays(day, 1) : day;
      return byday.includes(weekday) && instantOf(day, begins, zone) <= from && to <= instantOf(until, ends, zone);
    });
  });
}
