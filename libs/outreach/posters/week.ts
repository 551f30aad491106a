import { instantOf, wallOf } from '../wall-clock.ts';

/** From Monday at midnight there to the next. */
export interface Week {
  /** The Monday's date: one name for each week. */
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

const DAY = 86_400_000;

/** The week of an instant, or the one that lies so many weeks after it. */
export function weekOf(at: Date, zone: string, after = 0): Week {
  const { year, month, day } = wallOf(+at, zone);
  const date = Date.UTC(year, month - 1, day);
  const monday = date - ((new Date(date).getUTCDay() + 6) % 7) * DAY + after * 7 * DAY;
  return { name: new Date(monday).toISOString().slice(0, 10), from: midnight(monday, zone), until: midnight(monday + 7 * DAY, zone) };
}

function midnight(date: number, zone: string): Date {
  const on = new Date(date);
  return instantOf({ year: on.getUTCFullYear(), month: on.getUTCMonth() + 1, day: on.getUTCDate(), hour: 0, minute: 0 }, zone);
}
