import type { CallResult } from '#libs/schema';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const first: Partial<Record<CallResult, number>> = { NO_ANSWER: 30 * MINUTE, VOICEMAIL: 2 * HOUR };
const always: Partial<Record<CallResult, number>> = { WRONG_NUMBER: DAY, REFUSED: 7 * DAY };

interface Ended {
  readonly result: CallResult;
  readonly at: Date;
  /** Calls before this one, since the last that was answered, to which nobody came. */
  readonly inVain: number;
  readonly callBackAt: Date | null;
}

/** Until when an organization is let alone; each call in vain doubles it. */
export function restsUntil({ result, at, inVain, callBackAt }: Ended): Date | null {
  if (result === 'CALL_BACK') return callBackAt;
  const rest = always[result] ?? Math.min((first[result] ?? 0) * 2 ** Math.min(inVain, 20), DAY);
  return rest > 0 ? new Date(+at + rest) : null;
}
