import { graphql } from '../../hub/graphql.ts';

export const Visited = graphql(`
  query Visited($organizations: [ID!], $first: Int!) {
    services(filter: { organizations: $organizations }, sort: NAME, first: $first) {
      totalCount
      edges {
        node {
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
          phones {
            number
            extension
          }
          locations {
            id
            address
          }
          status {
            ...StatusWord @unmask
          }
        }
      }
    }
  }
`);
