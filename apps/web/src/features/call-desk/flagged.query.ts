import { graphql } from '../../hub/graphql.ts';

export const CallDeskGap = graphql(`
  query CallDeskGap($kinds: [String!], $territories: [String!], $crisisId: ID) {
    gaps(filter: { kinds: $kinds, territories: $territories, crisisId: $crisisId }, first: 10) {
      edges {
        node {
          id
          count
          state
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
          }
          assignedTo {
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
`);

export const CallDeskAlike = graphql(`
  query CallDeskAlike($input: AlikeContactsInput!) {
    alikeContacts(input: $input) {
      id
      endedAt
    }
  }
`);
