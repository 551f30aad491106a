import { graphql } from '../../hub/graphql.ts';
import '../../saying/changeable.ts';

graphql(`
  fragment CallWord on Call {
    id
    organizationId
    by
    mine
    claimedAt
    claimEndsAt
    endedAt
    result
    callBackAt
    note
  }
`);

graphql(`
  fragment ReachRow on OrganizationToReach {
    id
    importance
    hoursLeft
    opensAt
    restsUntil
    organization {
      id
      preferredChannel
      bestHour
      name {
        fr
        en
      }
      relay {
        id
        name {
          fr
          en
        }
      }
    }
    phones {
      number
      extension
      description {
        fr
        en
      }
    }
    claim {
      ...CallWord @unmask
    }
    tries {
      ...CallWord @unmask
    }
  }
`);

export const ToReach = graphql(`
  query ToReach($first: Int!, $resting: Boolean!, $filter: ServiceFilter) {
    position
    organizationsToReach(first: $first, resting: $resting, filter: $filter) {
      totalCount
      restingCount
      edges {
        node {
          ...ReachRow @unmask
          services {
            why
            towns
            matters
            service {
              id
              name {
                fr
                en
              }
              status {
                ...StatusWord @unmask
              }
            }
          }
        }
      }
    }
  }
`);

/** One who is called, with all that can be said of each of its services. */
export const OneToReach = graphql(`
  query OneToReach($id: ID!) {
    organizationToReach(organizationId: $id) {
      ...ReachRow @unmask
      services {
        why
        towns
        matters
        service {
          id
          name {
            fr
            en
          }
          status {
            ...StatusWord @unmask
          }
          statusByLocation {
            location {
              id
              address
              name {
                fr
                en
              }
            }
            status {
              ...StatusWord @unmask
            }
          }
          ...ChangeSheet_service
        }
      }
    }
  }
`);

export const CallsChanged = graphql(`
  subscription CallsChanged($after: Position) {
    callsChanged(after: $after) {
      position
      occurredAt
      call {
        id
        organizationId
      }
    }
  }
`);

/** Words that are said elsewhere meanwhile: whoever was spoken of is no longer to be called. */
export const SaidMeanwhile = graphql(`
  subscription SaidMeanwhile($after: Position) {
    serviceStatusChanged(after: $after) {
      position
      occurredAt
      service {
        id
        status {
          ...StatusWord @unmask
        }
      }
    }
  }
`);

export const ClaimCall = graphql(`
  mutation ClaimCall($input: ClaimCallInput!) {
    answer: claimCall(input: $input) {
      __typename
      ... on CallClaimed {
        call {
          ...CallWord @unmask
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

export const ReleaseCall = graphql(`
  mutation ReleaseCall($input: ReleaseCallInput!) {
    answer: releaseCall(input: $input) {
      __typename
      ... on CallEnded {
        call {
          ...CallWord @unmask
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

export const RecordCallResult = graphql(`
  mutation RecordCallResult($input: RecordCallResultInput!) {
    answer: recordCallResult(input: $input) {
      __typename
      ... on CallEnded {
        call {
          ...CallWord @unmask
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
