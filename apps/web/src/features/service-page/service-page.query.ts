import { graphql } from '../../hub/graphql.ts';
import '../../saying/changeable.ts'; // the page spreads it

export const ServicePage = graphql(`
  query ServicePage($id: ID!) {
    position
    service(id: $id) {
      id
      name {
        fr
        en
      }
      description {
        fr
        en
      }
      alternateName {
        fr
        en
      }
      eligibility {
        fr
        en
      }
      fees {
        fr
        en
      }
      url
      email
      assuredAt
      languages
      access
      organization {
        id
        name {
          fr
          en
        }
        relay {
          id
          name {
            fr
            en
          }
        }
      }
      categories {
        code
        name {
          fr
          en
        }
      }
      phones {
        number
        extension
        description {
          fr
          en
        }
      }
      locations {
        id
        name {
          fr
          en
        }
        address
        latitude
        longitude
        territory {
          code
          name {
            fr
            en
          }
        }
        accessibility {
          description {
            fr
            en
          }
          details {
            fr
            en
          }
        }
      }
      hours(days: 7) {
        date
        rule
        holiday {
          fr
          en
        }
        exception {
          fr
          en
        }
        periods {
          opensAt
          closesAt
          opens
          closes
        }
      }
      status {
        ...StatusWord @unmask
        openNow
      }
      statusByLocation {
        location {
          id
          address
          name {
            fr
            en
          }
        }
        status {
          ...StatusWord @unmask
        }
      }
      ...ChangeSheet_service
    }
  }
`);

export const ServicePageChanged = graphql(`
  subscription ServicePageChanged($after: Position, $filter: ServiceChangeFilter) {
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

export const ServiceHistory = graphql(`
  query ServiceHistory($id: ID!, $after: String) {
    statusReports(serviceId: $id, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          position
          state
          observedAt
          effectiveFrom
          goodUntil
          source
          reason
          note {
            fr
            en
          }
          location {
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

export const ContradictServiceStatus = graphql(`
  mutation ContradictServiceStatus($input: ContradictServiceStatusInput!) {
    contradictServiceStatus(input: $input) {
      __typename
      ... on ServiceStatusContradicted {
        contradictionId
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

/** As much as every list holds of a service. */
export const HeldPage = graphql(`
  fragment HeldPage on Service {
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
      latitude
      longitude
      territory {
        code
        name {
          fr
          en
        }
      }
    }
    status {
      ...StatusWord @unmask
    }
  }
`);
