import { graphql } from '../../hub/graphql.ts';

export const MyDay = graphql(`
  query MyDay($since: DateTime!) {
    myContacts(since: $since) {
      id
      kind
      line
      startedAt
      endedAt
      language
      interpreted
      needs {
        id
        kind
        outcome
        unmetReason
        category {
          code
          name {
            fr
            en
          }
        }
        references {
          service {
            id
          }
        }
        gap {
          id
          count
          state
        }
      }
      handovers {
        id
        target {
          code
          name {
            fr
            en
          }
        }
      }
    }
    needKinds {
      code
      crisisId
      name {
        fr
        en
      }
    }
    gaps(filter: { followed: true, states: [OPEN, ACKNOWLEDGED, ASSIGNED, ADDRESSED, CLOSED, REOPENED] }, first: 50) {
      edges {
        node {
          id
          count
          state
          stateAt
          learned
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
          assignedTo {
            id
            name {
              fr
              en
            }
          }
          addressedBy {
            id
            name {
              fr
              en
            }
          }
          history {
            id
            at
            step
            note
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
          }
        }
      }
    }
  }
`);
