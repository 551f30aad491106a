import { instantOf, type Wall, wallOf } from './moment.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** What the fields of a day and an hour show of an instant. */
export function fieldsOf(at: number, timeZone: string): { day: string; hour: string } {
  const wall = wallOf(at, timeZone);
  return { day: `${wall.year}-${two(wall.month)}-${two(wall.day)}`, hour: `${two(wall.hour)}:${two(wall.minute)}` };
}

/** The instant that those fields mean there; null while they mean none. Without an hour: nine in the morning. */
export function instantOfFields(dayField: string, hourField: string, timeZone: string): number | null {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dayField);
  const time = /^(\d{2}):(\d{2})/.exec(hourField || '09:00');
  if (!date || !time) return null;
  const wall: Wall = {
    year: Number(date[1]),
    month: Number(date[2]),
    day: Number(date[3]),
    hour: Number(time[1]),
    minute: Number(time[2]),
  };
  return instantOf(wall, timeZone);
}
