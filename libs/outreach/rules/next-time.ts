import rrule from 'rrule';

const { RRule } = rrule;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Weekly {
  /** None: every day. */
  readonly byday: readonly Weekday[];
  /** `09:00`, where the region is. */
  readonly atTime: string;
  readonly zone: string;
}

/** The first time after this instant; the hour stays what it is when the clocks turn. */
export function nextTime({ byday, atTime, zone }: Weekly, after: Date): Date {
  const [hour, minute] = atTime.split(':').map(Number);
  const local = new Date(+after + offsetAt(+after, zone)); // its wall clock, as if it were UTC
  const rule = new RRule({
    freq: RRule.WEEKLY,
    byweekday: (byday.length > 0 ? byday : WEEKDAYS).map(day => RRule[day]),
    byhour: [hour!],
    byminute: [minute!],
    bysecond: [0],
    dtstart: new Date(Math.floor(+local / 1_000) * 1_000 - 2 * 86_400_000),
  });
  for (let from = new Date(+local - 7_200_000); ;) {
    const next = rule.after(from)!; // it has no end
    const at = instantOf(next, zone);
    if (at > after) return at;
    from = next;
  }
}

function instantOf(wallClock: Date, zone: string): Date {
  const guess = +wallClock - offsetAt(+wallClock, zone);
  return new Date(+wallClock - offsetAt(guess, zone));
}

function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find(part => part.type === type)!.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at / 1_000) * 1_000;
}
