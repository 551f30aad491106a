import type { OneGapQuery } from '../../hub/gql/graphql.ts';

/** A gap as its page has it. */
export type GapInFull = NonNullable<OneGapQuery['gap']>;
