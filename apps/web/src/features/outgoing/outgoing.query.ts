import { graphql } from '../../hub/graphql.ts';

graphql(`
  fragment OutgoingLine on Outgoing {
    id
    channel
    template
    recipient
    groupId
    state
    held
    tries
    dueAt
    sentAt
    bouncedAt
    error
    createdAt
  }
`);

export const OutgoingPage = graphql(`
  query OutgoingPage($filter: OutgoingFilter, $first: Int!, $after: String) {
    outgoingState {
      pending
      due
      held
      sentToday
      dead
      unsure
      bounced
      lanes {
        channel
        closedSince
        nextTryAt
        error
        sentInLastMinute
        perMinute
      }
    }
    outgoing(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...OutgoingLine @unmask
        }
      }
    }
  }
`);

/** Whose letters they are, where those of one campaign are looked at. */
export const OutgoingOfCampaign = graphql(`
  query OutgoingOfCampaign($id: ID!) {
    campaign(id: $id) {
      id
      name {
        fr
        en
      }
    }
  }
`);

export const RetryOutgoing = graphql(`
  mutation RetryOutgoing($input: OutgoingChoiceInput!) {
    answer: retryOutgoing(input: $input) {
      __typename
      ... on OutgoingChosen {
        ids
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

export const GiveUpOutgoing = graphql(`
  mutation GiveUpOutgoing($input: OutgoingChoiceInput!) {
    answer: giveUpOutgoing(input: $input) {
      __typename
      ... on OutgoingChosen {
        ids
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);
