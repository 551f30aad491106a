import { graphql } from '../../hub/graphql.ts';

export const FollowUpsToDo = graphql(`
  query FollowUpsToDo($first: Int!, $since: DateTime!) {
    position
    followUps(first: $first) {
      totalCount
      edges {
        node {
          id
          group
          kind
          territory {
            code
            name {
              fr
              en
            }
          }
          dueAt
          nextAt
          claim {
            byName
            mine
          }
          tries {
            at
            outcome
          }
        }
      }
    }
    followUpFigures(since: $since) {
      toDo
      late
      helpReceived
      notReceived
      noLongerNeeded
      unreachable
    }
    needKinds {
      code
      name {
        fr
        en
      }
    }
  }
`);

export const FollowUpTold = graphql(`
  subscription FollowUpTold($after: Position) {
    followUpChanged(after: $after) {
      position
      occurredAt
      followUpId
    }
  }
`);

/** Asked without a cache: nothing of it is kept here. */
export const WhoToCall = graphql(`
  query WhoToCall($id: ID!) {
    person: followUpPerson(followUpId: $id) {
      state
      knownAs
      phone
      language
      safeContact
    }
  }
`);

export const ClaimFollowUp = graphql(`
  mutation ClaimFollowUp($input: ClaimFollowUpInput!) {
    answer: claimFollowUp(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const ReleaseFollowUp = graphql(`
  mutation ReleaseFollowUp($input: ReleaseFollowUpInput!) {
    answer: releaseFollowUp(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const RecordFollowUpTry = graphql(`
  mutation RecordFollowUpTry($input: RecordFollowUpTryInput!) {
    answer: recordFollowUpTry(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const CompleteFollowUp = graphql(`
  mutation CompleteFollowUp($input: CompleteFollowUpInput!) {
    answer: completeFollowUp(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const ForgetFollowUp = graphql(`
  mutation ForgetFollowUp($input: ForgetFollowUpInput!) {
    answer: forgetFollowUp(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);
