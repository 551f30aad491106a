/** A day of the calendar, `2026-03-02`, and a time of that day, `09:00`: both local, of no zone. */
export type Day = string;
export type TimeOfDay = string;

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...parts });
    formats.set(zone, format);
  }
  return format;
}

/** What clocks and calendars show, as if it were UTC; to the second. */
const shownAt = (instant: number, zone: string): number => Date.parse(`${formatOf(zone).format(instant).replace(' ', 'T')}Z`);
const offsetAt = (instant: number, zone: string): number => shownAt(instant, zone) - Math.floor(instant / 1000) * 1000;

/**
 * The instant at which the clocks show this time. Of a time that they show twice, the first; for one that they leap over, the
 * instant of the leap. So a later time is never an earlier instant, and what lies wholly in the missing hour has no length.
 */
export function instantOf(day: Day, time: TimeOfDay, zone: string): Date {
  const key = `${zone} ${day} ${time}`;
  let instant = known.get(key);
  if (instant === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (instant = computed(day, time, zone)));
  }
  return new Date(instant);
}

/** Many services open at nine. */
const known = new Map<string, number>();
const MOST_KNOWN = 100_000;

function computed(day: Day, time: TimeOfDay, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const offsets = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)] as const;
  const found = [...new Set(offsets)].map(offset => wall - offset).filter(instant => shownAt(instant, zone) === wall);
  return found.length > 0 ? Math.min(...found) : leap(wall, zone);
}

/** The first instant at which the clocks show this time or a later one. */
function leap(wall: number, zone: string): number {
  let [before, after] = [wall - DAY, wall + DAY];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (shownAt(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

export const dayAt = (instant: Date, zone: string): Day => new Date(shownAt(+instant, zone)).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Every day from one to the other, both with it. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
