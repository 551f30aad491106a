import { graphql } from '../../hub/graphql.ts';

graphql(`
  fragment LiveListFacets on ServiceFacets {
    toConfirm
    categories {
      n
      category {
        code
        name {
          fr
          en
        }
      }
    }
    states {
      state
      n
    }
    languages {
      language
      n
    }
  }
`);

export const LiveList = graphql(`
  query LiveList($filter: ServiceFilter, $after: String) {
    position
    services(filter: $filter, sort: RELEVANCE, first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          match {
            group
          }
          ...ServiceRow_service
          ...HeldService
        }
      }
      correctedText
      facets {
        ...LiveListFacets @unmask
      }
    }
  }
`);

/** The same selection as it stands now: what the rows shown say, and the figures beside them. */
export const LiveListAnew = graphql(`
  query LiveListAnew($filter: ServiceFilter, $first: Int!) {
    anew: services(filter: $filter, sort: RELEVANCE, first: $first) {
      edges {
        node {
          id
          ...HeldService
        }
      }
      facets {
        ...LiveListFacets @unmask
      }
    }
  }
`);

export const LiveListRecounted = graphql(`
  subscription LiveListRecounted($after: Position) {
    freshnessRecounted(after: $after) {
      position
      occurredAt
    }
  }
`);

export const LiveListCrisisChanged = graphql(`
  subscription LiveListCrisisChanged($after: Position) {
    crisisChanged(after: $after) {
      position
      occurredAt
    }
  }
`);

export const LiveListSuggestions = graphql(`
  query LiveListSuggestions($text: String!) {
    suggestions(text: $text) {
      kind
      categoryCode
      serviceId
      organizationId
      text {
        fr
        en
      }
    }
  }
`);

export const LiveListPlaces = graphql(`
  query LiveListPlaces($text: String!) {
    places(text: $text) {
      kind
      latitude
      longitude
      name {
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
`);

/** The whole selection, as a map colours it. */
export const LiveListMap = graphql(`
  query LiveListMap($filter: ServiceFilter) {
    mapServices(filter: $filter) {
      id
      locationId
      longitude
      latitude
      state
      stale
      contradicted
      territoryCode
    }
  }
`);

/** What the map is drawn of, once a page. */
export const LiveListGround = graphql(`
  query LiveListGround {
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
  }
`);

export const LiveListCrises = graphql(`
  query LiveListCrises {
    crises {
      id
      phase
      exercise
      nature
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
      location {
        id
      }
      service {
        id
        status {
          ...StatusWord @unmask
          openNow
        }
      }
    }
  }
`);
