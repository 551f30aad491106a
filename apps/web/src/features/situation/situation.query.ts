import { graphql } from '../../hub/graphql.ts';

/** One selection, one reading: figures, map and lists are all worked out of `mapServices`; what stood a day ago comes with it. */
export const Situation = graphql(`
  query Situation($filter: ServiceFilter, $names: Boolean!, $contradictions: Boolean!) {
    position
    mapServices(filter: $filter) {
      id
      name @include(if: $names) {
        fr
        en
      }
      locationId
      longitude
      latitude
      state
      stale
      contradicted
      territoryCode
      serviceState
      serviceStale
    }
    situation(filter: $filter) {
      asOf
      total
      counts {
        state
        n
        changedSinceYesterday
      }
    }
    toReach(filter: $filter, first: 100) @include(if: $names) {
      edges {
        node {
          hoursOver
          importance
          service {
            id
            name {
              fr
              en
            }
            phones {
              number
              extension
            }
            status {
              ...StatusWord @unmask
            }
          }
        }
      }
    }
    contradictions(states: [OPEN], first: 50) @include(if: $contradictions) {
      edges {
        node {
          id
          says
          madeAt
          by
          note {
            fr
            en
          }
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
    timeline(first: 60) {
      position
      occurredAt
      kind
      previousState
      state
      source
      service {
        id
        name {
          fr
          en
        }
      }
      location {
        id
        name {
          fr
          en
        }
      }
    }
    crises {
      id
      phase
      exercise
      nature
      openedAt
      closedAt
      emergency {
        until
      }
      name {
        fr
        en
      }
    }
  }
`);

/** How it was on the days before; read beside the board, which does not wait for it. */
export const SituationDays = graphql(`
  query SituationDays($filter: ServiceFilter) {
    situation(filter: $filter) {
      openByDay {
        at
        n
      }
    }
  }
`);

/** What the map is drawn of and the choices are made from, once a page. */
export const SituationGround = graphql(`
  query SituationGround {
    region {
      frame {
        west
        south
        east
        north
      }
    }
    territories(kind: NEIGHBOURHOOD) {
      code
      latitude
      longitude
      name {
        fr
        en
      }
    }
    municipalities: territories(kind: MUNICIPALITY) {
      code
      boundary
    }
    categories {
      code
      name {
        fr
        en
      }
    }
  }
`);

export const SituationChanged = graphql(`
  subscription SituationChanged($after: Position, $filter: ServiceChangeFilter) {
    serviceStatusChanged(after: $after, filter: $filter) {
      position
      occurredAt
      previousState
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
          }
          status {
            ...StatusWord @unmask
          }
        }
      }
      location {
        id
        name {
          fr
          en
        }
      }
      status {
        state
        source
        confirmedAt
        contradicted
        staleAt
      }
    }
  }
`);

export const SituationRecounted = graphql(`
  subscription SituationRecounted($after: Position) {
    freshnessRecounted(after: $after) {
      position
      occurredAt
    }
  }
`);

export const SituationCrisisChanged = graphql(`
  subscription SituationCrisisChanged($after: Position) {
    crisisChanged(after: $after) {
      position
      occurredAt
    }
  }
`);

export const SettleContradiction = graphql(`
  mutation SettleContradiction($input: SettleContradictionInput!) {
    settleContradiction(input: $input) {
      __typename
      ... on ContradictionSettled {
        service {
          id
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

export const ReachConfirm = graphql(`
  mutation ReachConfirm($input: ConfirmServiceStatusInput!) {
    confirmServiceStatus(input: $input) {
      __typename
      ... on ServiceStatusConfirmed {
        leftOutBecause {
          why
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

export const ReachReport = graphql(`
  mutation ReachReport($input: ReportServiceStatusInput!) {
    reportServiceStatus(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`);
