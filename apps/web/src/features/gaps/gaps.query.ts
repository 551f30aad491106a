import { graphql } from '../../hub/graphql.ts';

graphql(`
  fragment GapPage on GapConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...GapLine @unmask
      }
    }
  }
`);

/** One reading of all that is shown, by column. */
export const GapBoard = graphql(`
  query GapBoard(
    $first: Int!
    $open: GapFilter!
    $acknowledged: GapFilter!
    $assigned: GapFilter!
    $addressed: GapFilter!
    $closed: GapFilter!
    $hasOpen: Boolean!
    $hasAcknowledged: Boolean!
    $hasAssigned: Boolean!
    $hasAddressed: Boolean!
    $hasClosed: Boolean!
  ) {
    position
    open: gaps(filter: $open, first: $first) @include(if: $hasOpen) {
      ...GapPage @unmask
    }
    acknowledged: gaps(filter: $acknowledged, first: $first) @include(if: $hasAcknowledged) {
      ...GapPage @unmask
    }
    assigned: gaps(filter: $assigned, first: $first) @include(if: $hasAssigned) {
      ...GapPage @unmask
    }
    addressed: gaps(filter: $addressed, first: $first) @include(if: $hasAddressed) {
      ...GapPage @unmask
    }
    closed: gaps(filter: $closed, first: $first) @include(if: $hasClosed) {
      ...GapPage @unmask
    }
  }
`);

export const MoreGaps = graphql(`
  query MoreGaps($filter: GapFilter!, $first: Int!, $after: String) {
    gaps(filter: $filter, first: $first, after: $after) {
      ...GapPage @unmask
    }
  }
`);

/** What the filters offer; kinds are those that somebody has asked for. */
export const GapGround = graphql(`
  query GapGround {
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
    crises {
      id
      closedAt
      name {
        fr
        en
      }
    }
    asked: gaps(filter: { states: [OPEN, REOPENED, ACKNOWLEDGED, ASSIGNED, ADDRESSED, CLOSED] }, first: 200) {
      edges {
        node {
          id
          kind
          kindName {
            fr
            en
          }
        }
      }
    }
  }
`);

export const OneGap = graphql(`
  query OneGap($id: ID!) {
    position
    gap(id: $id) {
      ...GapLine @unmask
      following
      flaggedBy
      closedAt
      learned
      daily(days: 14) {
        day
        n
      }
      reasons {
        reason
        n
      }
      askers {
        ages {
          ageGroup
          n
        }
        languages {
          language
          n
        }
      }
      couldAnswer {
        why
        service {
          id
          name {
            fr
            en
          }
          organization {
            id
            name {
              fr
              en
            }
          }
          status {
            ...StatusWord @unmask
          }
        }
      }
      history {
        id
        at
        step
        answer
        from
        quantity
        unit
        note
        otherGapId
        by {
          fr
          en
        }
        organization {
          id
          name {
            fr
            en
          }
        }
        service {
          id
          name {
            fr
            en
          }
        }
      }
    }
  }
`);

/** Those that it could be joined to. */
export const Alike = graphql(`
  query AlikeGaps($filter: GapFilter!) {
    gaps(filter: $filter, first: 50) {
      edges {
        node {
          id
          count
          kindName {
            fr
            en
          }
          territory {
            code
            name {
              fr
              en
            }
          }
        }
      }
    }
  }
`);

export const DemandAndSupply = graphql(`
  query DemandAndSupply($kind: String!, $crisisId: ID) {
    demandAndSupply(kind: $kind, crisisId: $crisisId) {
      requests
      supply
      territory {
        code
        name {
          fr
          en
        }
      }
    }
  }
`);
