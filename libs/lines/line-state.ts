import type { OpeningPeriod } from '#libs/directory';
import type { LineState } from '#libs/schema';

/** What was last said of a line. */
export interface LineWord {
  readonly state: LineState;
  readonly waitSeconds: number | null;
  readonly waiting: number | null;
  readonly since: Date;
  readonly renewedAt: Date;
}

export interface Standing {
  readonly state: LineState;
  readonly byHours: boolean;
  readonly since: Date | null;
  readonly toldAt: Date | null;
  readonly aged: boolean;
  readonly waitSeconds: number | null;
  readonly waiting: number | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

export const AGES_AFTER = 30 * 60_000;

/** How it stands: by its hours, and within them by what was said since it last closed. `periods`: null where no hours are known. */
export function standing(word: LineWord | null, periods: readonly OpeningPeriod[] | null, now: Date): Standing {
  const within = periods?.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt) ?? null;
  const opensAt = within ? null : (periods?.find(period => period.opensAt > now)?.opensAt ?? null);
  const closesAt = within?.closesAt ?? null;
  const silent = { byHours: true, since: null, toldAt: null, aged: false, waitSeconds: null, waiting: null };
  if (periods && !within) return { ...silent, state: 'CLOSED', opensAt, closesAt };
  if (!word || !holds(word, periods, now)) return { ...silent, state: 'OPEN', opensAt, closesAt };
  const aged = +now - +word.renewedAt > AGES_AFTER;
  const said = { state: word.state, byHours: false, since: word.since, toldAt: word.renewedAt };
  return { ...said, aged, waitSeconds: aged ? null : word.waitSeconds, waiting: aged ? null : word.waiting, opensAt, closesAt };
}

/** Yesterday's « on répond » is not today's; what is broken stays so until somebody says that it works. */
function holds({ state, renewedAt }: LineWord, periods: readonly OpeningPeriod[] | null, now: Date): boolean {
  if (state === 'DOWN' || !periods) return true;
  const closed = periods.findLast(({ closesAt }) => closesAt <= now)?.closesAt;
  return !closed || renewedAt >= closed;
}
