import { daysBetween, instantOf, wallOf } from '../ui/moment.ts';

export { fieldsOf, instantOfFields } from '../ui/day-hour.ts';

export type UntilChoice = { key: 'tonight' | 'tomorrow' | 'friday' | 'monday'; at: number };

const day = 86_400_000;
const evening = 20;
const morning = 9;

/** That many days from now, at that hour on the region's clocks. */
function atHour(now: number, days: number, hour: number, timeZone: string): number {
  const { year, month, day: date } = wallOf(now, timeZone);
  const there = new Date(Date.UTC(year, month - 1, date) + days * day);
  return instantOf({ year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate(), hour, minute: 0 }, timeZone);
}

/** What people mean most often: tonight while it is still ahead, tomorrow morning, then the end of the week or its start; of what begins later, what is after. */
export function untilChoices(now: number, timeZone: string, after = now): UntilChoice[] {
  const { year, month, day: date, hour } = wallOf(now, timeZone);
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  const toFriday = (5 - weekday + 7) % 7;
  const toMonday = (1 - weekday + 7) % 7 || 7;
  const friday: UntilChoice = { key: 'friday', at: atHour(now, toFriday, morning, timeZone) };
  const monday: UntilChoice = { key: 'monday', at: atHour(now, toMonday, morning, timeZone) };
  const later = toFriday >= 2 && friday.at > after ? friday : monday;
  const choices: UntilChoice[] = [
    ...(hour < evening - 1 ? [{ key: 'tonight' as const, at: atHour(now, 0, evening, timeZone) }] : []),
    { key: 'tomorrow', at: atHour(now, 1, morning, timeZone) },
    ...(daysBetween(now, later.at, timeZone) > 1 ? [later] : []),
  ];
  return choices.filter(({ at }) => at > after);
}
