import { graphql } from '../../hub/graphql.ts';

export const PushKey = graphql(`
  query PushKey {
    pushKey
  }
`);

export const SubscribeToPush = graphql(`
  mutation SubscribeToPush($input: SubscribeToPushInput!) {
    answer: subscribeToPush(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const UnsubscribeFromPush = graphql(`
  mutation UnsubscribeFromPush($endpoint: String!) {
    unsubscribeFromPush(endpoint: $endpoint)
  }
`);
