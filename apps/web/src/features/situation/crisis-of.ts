import type { SituationQuery } from '../../hub/gql/graphql.ts';

export type CrisisHere = SituationQuery['crises'][number];

/** The one that was chosen; else the first that runs. Nobody is shown an exercise who has not chosen it. */
export const crisisOf = (crises: readonly CrisisHere[], chosen: string | null): CrisisHere | null =>
  crises.find(({ id }) => id === chosen) ?? crises.find(({ closedAt, exercise }) => !closedAt && !exercise) ?? null;
