import type { CrisisPhase } from '#libs/schema';

/** The one that a crisis shows comes first; `crises.gravity` says the same in SQL. */
export const gravity: readonly CrisisPhase[] = ['RESPONSE', 'ALERT', 'RECOVERY', 'WATCH', 'CLOSED'];

/** Of the phases of its areas, the one that a crisis shows. */
export const gravest = (phases: readonly CrisisPhase[]): CrisisPhase => gravity.find(phase => phases.includes(phase)) ?? 'CLOSED';
