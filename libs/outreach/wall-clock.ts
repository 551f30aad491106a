const MINUTE = 60_000;

export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const asUtc = ({ year, month, day, hour, minute }: Wall): number => Date.UTC(year, month - 1, day, hour, minute);

/** What clocks and calendars show there. */
export function wallOf(at: number, timeZone: string): Wall {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...numeric }).formatToParts(at);
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

/** The instant when clocks there show this; in the hour that spring skips, as if they had not been moved yet. */
export function instantOf(wall: Wall, timeZone: string): Date {
  const guess = asUtc(wall);
  const offsetAt = (at: number) => asUtc(wallOf(at, timeZone)) - Math.floor(at / MINUTE) * MINUTE;
  const first = guess - offsetAt(guess);
  const second = guess - offsetAt(first);
  return new Date(asUtc(wallOf(second, timeZone)) === guess ? second : Math.max(first, second));
}
