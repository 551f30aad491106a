import type { SituationQuery } from '../../hub/gql/graphql.ts';

export type CrisisHere = SituationQuery['crises'][number];

const gravest = ['RESPONSE', 'ALERT', 'RECOVERY', 'WATCH', 'CLOSED'];

/** Those that run, the gravest first, and of these the latest. Nobody is shown an exercise who has not chosen it. */
export const running = (crises: readonly CrisisHere[]): CrisisHere[] =>
  crises
    .filter(({ closedAt, exercise }) => !closedAt && !exercise)
    .toSorted((one, other) => gravest.indexOf(one.phase) - gravest.indexOf(other.phase));

/** The one that was chosen; else the gravest that runs. */
export const crisisOf = (crises: readonly CrisisHere[], chosen: string | null): CrisisHere | null =>
  crises.find(({ id }) => id === chosen) ?? running(crises)[0] ?? null;
