import { graphql } from '../hub/graphql.ts';

/** Only that something did: for who counts them. */
export const GapHappened = graphql(`
  subscription GapHappened($after: Position) {
    gapChanged(after: $after) {
      position
      occurredAt
      change
    }
  }
`);

export const GapCount = graphql(`
  query GapCount {
    position
    openGaps: gaps(first: 0) {
      totalCount
    }
  }
`);
