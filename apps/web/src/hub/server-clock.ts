/** What one answer says of the hub's clock: its `Date` is cut to the second, and the answer travelled. */
export type Reading = { sentAt: number; receivedAt: number; date: number };

type Range = { least: number; most: number };

/** Between which offsets the hub's clock must lie. Two answers that cannot both be true: the later one stands (this clock was set). */
export function narrow(known: Range | null, { sentAt, receivedAt, date }: Reading): Range {
  const now = { least: date - receivedAt, most: date + 1_000 - sentAt };
  if (!known) return now;
  const both = { least: Math.max(known.least, now.least), most: Math.min(known.most, now.most) };
  return both.least <= both.most ? both : now;
}

let range: Range | null = null;

export function readClock(reading: Reading): void {
  if (Number.isFinite(reading.date)) range = narrow(range, reading);
}

/** Whether the hub has answered once. */
export const knowsServerTime = (): boolean => range !== null;

/** The hub's time at the least: it is that or later. */
export const serverAtLeast = (): number => Date.now() + (range ? range.least : 0);

/** The hub's time as well as this page knows it; the device's own until the hub has answered once. */
export const serverNow = (): number => Date.now() + (range ? Math.round((range.least + range.most) / 2) : 0);
