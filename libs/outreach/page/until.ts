import { instantOf, wallOf } from '../wall-clock.ts';

const EVENING = 20;
const MORNING = 9;

/** Tonight, while it is still ahead. */
export function tonight(now: Date, zone: string): Date | null {
  const wall = wallOf(+now, zone);
  return wall.hour < EVENING - 1 ? instantOf({ ...wall, hour: EVENING, minute: 0 }, zone) : null;
}

export function tomorrow(now: Date, zone: string): Date {
  const wall = wallOf(+now, zone);
  return instantOf({ ...wall, day: wall.day + 1, hour: MORNING, minute: 0 }, zone);
}

/** The instant that the fields of a day and an hour mean there; null while they mean none. Without an hour, nine in the morning. */
export function atFields(day: string, hour: string, zone: string): Date | null {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const time = /^(\d{2}):(\d{2})/.exec(hour || '09:00');
  if (!date || !time) return null;
  const [year, month, on] = date.slice(1).map(Number) as [number, number, number];
  if (year < 2000 || year > 2200 || month > 12 || on > 31) return null;
  return instantOf({ year, month, day: on, hour: Number(time[1]), minute: Number(time[2]) }, zone);
}

/** What the field of a day shows of an instant. */
export function dayField(at: Date, zone: string): string {
  const { year, month, day } = wallOf(+at, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
