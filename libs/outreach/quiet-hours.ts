/** Local hours in which nothing is sent, `22:00` to `07:00` over midnight too; in the region's zone, whatever it does with its clocks. */
export interface QuietHours {
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
}

const MINUTE = 60_000;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(zone: string): Intl.DateTimeFormat {
  const known =
    clocks.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, known);
  return known;
}

const localMinutes = (at: Date, zone: string): number => minutesOf(clockIn(zone).format(at));

/** It would be quiet all day. */
export const neverSpeaks = (from: string | null, to: string | null): boolean => from !== null && from === to;

export function isQuiet(at: Date, { from, to, zone }: QuietHours): boolean {
  if (from === null || to === null) return false;
  const [now, begins, ends] = [localMinutes(at, zone), minutesOf(from), minutesOf(to)];
  return begins < ends ? now >= begins && now < ends : now >= begins || now < ends;
}

/** The first moment that is not quiet: this one, or the minute in which its quiet ends, however the clocks turn in between. */
export function speaksAt(at: Date, quiet: QuietHours): Date {
  if (!isQuiet(at, quiet)) return at;
  let then = new Date(Math.floor(+at / MINUTE) * MINUTE + MINUTE);
  while (isQuiet(then, quiet)) then = new Date(+then + MINUTE);
  return then;
}
