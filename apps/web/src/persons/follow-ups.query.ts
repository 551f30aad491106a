import { graphql } from '../hub/graphql.ts';

export const PromiseFollowUp = graphql(`
  mutation PromiseFollowUp($input: PromiseFollowUpInput!) {
    answer: promiseFollowUp(input: $input) {
      __typename
      ... on FollowUpChanged {
        followUp {
          id
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);
