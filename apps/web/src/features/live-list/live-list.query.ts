import { graphql } from '../../hub/graphql.ts';

export const LiveList = graphql(`
  query LiveList($filter: ServiceFilter, $after: String) {
    position
    services(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...ServiceRow_service
        }
      }
    }
  }
`);

export const LiveListChoices = graphql(`
  query LiveListChoices {
    categories {
      code
      name {
        fr
        en
      }
    }
    territories(kind: NEIGHBOURHOOD) {
      code
      name {
        fr
        en
      }
    }
  }
`);

export const LiveListChanged = graphql(`
  subscription LiveListChanged($after: Position, $filter: ServiceChangeFilter) {
    serviceStatusChanged(after: $after, filter: $filter) {
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
