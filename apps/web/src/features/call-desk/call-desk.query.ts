import { graphql } from '../../hub/graphql.ts';

/** What the desk chooses from, whatever the call. */
export const CallDeskGround = graphql(`
  query CallDeskGround {
    position
    crises {
      id
      phase
      exercise
      name {
        fr
        en
      }
      instructions {
        id
        question {
          fr
          en
        }
        answer {
          fr
          en
        }
        phone
        validUntil
      }
    }
    categories {
      code
      name {
        fr
        en
      }
    }
    territories {
      code
      kind
      latitude
      longitude
      name {
        fr
        en
      }
      parent {
        code
      }
    }
    handoverTargets {
      code
      number
      name {
        fr
        en
      }
    }
    lines {
      ...CallDeskLine @unmask
    }
  }
`);

graphql(`
  fragment CallDeskLine on Line {
    code
    name {
      fr
      en
    }
    number
    state
    waiting
    waitSeconds
    aged
    opensAt
    closesAt
  }
`);

export const CallDeskLineChanged = graphql(`
  subscription CallDeskLineChanged($after: Position) {
    lineChanged(after: $after) {
      position
      occurredAt
      line {
        ...CallDeskLine @unmask
      }
    }
  }
`);

export const CallDeskKinds = graphql(`
  query CallDeskKinds($crisisId: ID) {
    needKinds(crisisId: $crisisId) {
      code
      level
      crisisId
      category {
        code
        name {
          fr
          en
        }
      }
      name {
        fr
        en
      }
    }
  }
`);

export const CallDeskUnderstood = graphql(`
  query CallDeskUnderstood($text: String!, $crisisId: ID) {
    understandNeed(text: $text, crisisId: $crisisId) {
      score
      category {
        code
        name {
          fr
          en
        }
      }
      kind {
        code
        level
        name {
          fr
          en
        }
      }
    }
  }
`);

export const CallDeskPlaces = graphql(`
  query CallDeskPlaces($text: String!) {
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
        kind
        name {
          fr
          en
        }
      }
    }
  }
`);

export const CallDeskGuidance = graphql(`
  query CallDeskGuidance($crisisId: ID, $text: String) {
    n11Guidance(crisisId: $crisisId, text: $text) {
      id
      raised
      name {
        fr
        en
      }
      when {
        fr
        en
      }
      numbers {
        number
        label {
          fr
          en
        }
      }
    }
  }
`);

export const Resource = graphql(`
  fragment Resource on Service {
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
    categories {
      code
    }
    languages
    opensAt
    phones {
      number
      extension
    }
    match {
      locatedIn
      serving
      distanceKm
    }
    status {
      ...StatusWord @unmask
      openNow
    }
  }
`);

export const CallDeskResources = graphql(`
  query CallDeskResources($filter: ServiceFilter) {
    position
    services(filter: $filter, sort: RELEVANCE, first: 20) {
      totalCount
      edges {
        cursor
        node {
          id
          ...Resource @unmask
        }
      }
    }
  }
`);

export const CallDeskChanged = graphql(`
  subscription CallDeskChanged($after: Position, $filter: ServiceChangeFilter) {
    serviceStatusChanged(after: $after, filter: $filter) {
      position
      occurredAt
      service {
        id
        name {
          fr
          en
        }
        status {
          ...StatusWord @unmask
          openNow
        }
      }
    }
  }
`);

export const CallDeskContradict = graphql(`
  mutation CallDeskContradict($input: ContradictServiceStatusInput!) {
    contradictServiceStatus(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`);
