import { graphql } from '../../hub/graphql.ts';

/** What campaigns that run have brought in. */
export const AnswersCome = graphql(`
  query AnswersCome {
    position
    campaigns(states: [RUNNING, PAUSED], first: 3) {
      edges {
        node {
          id
          asked
          answeredOrganizations
          name {
            fr
            en
          }
        }
      }
    }
  }
`);

export const AnswersTold = graphql(`
  subscription AnswersTold($after: Position) {
    campaignChanged(after: $after) {
      position
      occurredAt
      campaign {
        id
        asked
        answeredOrganizations
        state
      }
    }
  }
`);
