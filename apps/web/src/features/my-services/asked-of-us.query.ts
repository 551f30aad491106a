import { graphql } from '../../hub/graphql.ts';

export const WeekOfOrganization = graphql(`
  query WeekOfOrganization($organizationId: ID!) {
    weekOfOrganization(organizationId: $organizationId) {
      references
      organization {
        id
        name {
          fr
          en
        }
      }
      unmet {
        kind
        requests
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
`);

/** Who was sent since each spoke; read beside the cards, which do not wait for it. */
export const SentSince = graphql(`
  query SentSince($filter: ServiceFilter!) {
    services(filter: $filter, first: 100) {
      edges {
        node {
          id
          sentSince {
            since
            references
            estimate
            asksAgain
          }
        }
      }
    }
  }
`);
