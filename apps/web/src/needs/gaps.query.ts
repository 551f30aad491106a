import { graphql } from '../hub/graphql.ts';

/** What any list shows of a gap. */
export const GapLine = graphql(`
  fragment GapLine on Gap {
    id
    kind
    state
    count
    households
    openedAt
    lastAt
    stateAt
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
    crisis {
      id
      name {
        fr
        en
      }
    }
    assignedTo {
      id
      name {
        fr
        en
      }
    }
    answer {
      kind
      from
      note
      at
    }
    addressedBy {
      id
      name {
        fr
        en
      }
    }
    commitments {
      id
      quantity
      unit
      per
      delivered
      until
      madeAt
      releasedAt
      releaseReason
      organization {
        id
        name {
          fr
          en
        }
      }
    }
    weight {
      value
      recent
      before
      vulnerable
      uncommitted
    }
    week: daily(days: 8) {
      day
      n
    }
  }
`);

export const GapTold = graphql(`
  subscription GapTold($after: Position) {
    gapChanged(after: $after) {
      position
      occurredAt
      change
      gap {
        ...GapLine @unmask
      }
    }
  }
`);

/** The first by order, where they are one list among others. */
export const FirstGaps = graphql(`
  query FirstGaps($filter: GapFilter, $first: Int!) {
    position
    gaps(filter: $filter, first: $first) {
      totalCount
      edges {
        node {
          ...GapLine @unmask
        }
      }
    }
  }
`);

/** What exists around, with how it stands now. */
export const GapAround = graphql(`
  query GapAround($id: ID!) {
    gap(id: $id) {
      id
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
    }
  }
`);

export const GapPast = graphql(`
  query GapPast($id: ID!) {
    gap(id: $id) {
      id
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
