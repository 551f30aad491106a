import type { Grant } from '#libs/kernel';
import { readsPeople } from './roles.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No session is longer, whoever's it is. */
export const LONGEST_SESSION = 7 * DAY;
/** A wall screen that nobody has lit for so long comes back with a new code. */
export const LONGEST_UNSEEN = 30 * DAY;
/** Being seen is written down this often at most. */
export const SEEN_EVERY = MINUTE;

interface Lasting {
  createdAt: Date;
  lastSeenAt: Date;
}

/** By what its person may do now, not at sign-in: who comes to read about people gets a short one at once. */
export function hasRunOut({ createdAt, lastSeenAt }: Lasting, grants: readonly Grant[], now: Date): boolean {
  const [idle, whole] = readsPeople(grants) ? [30 * MINUTE, 12 * HOUR] : [12 * HOUR, LONGEST_SESSION];
  return now.getTime() - lastSeenAt.getTime() > idle || now.getTime() - createdAt.getTime() > whole;
}
