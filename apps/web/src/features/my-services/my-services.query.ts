import { graphql } from '../../hub/graphql.ts';

/** The position comes first: what happens after it is followed, nothing is missed between. */
export const MyServices = graphql(`
  query MyServices($filter: ServiceFilter!, $after: String) {
    position
    services(filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
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
          ...ServiceCard_service
          ...ChangeSheet_service
        }
      }
    }
  }
`);

export const MyServicesChanged = graphql(`
  subscription MyServicesChanged($after: Position, $filter: ServiceChangeFilter) {
    serviceStatusChanged(after: $after, filter: $filter) {
      position
      occurredAt
      status {
        observedAt
        confirmedAt
      }
      location {
        id
      }
      service {
        id
        ...SayableService @unmask
      }
    }
  }
`);
