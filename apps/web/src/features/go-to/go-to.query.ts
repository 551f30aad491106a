import { graphql } from '../../hub/graphql.ts';

export const GoTo = graphql(`
  query GoTo($text: String!) {
    suggestions(text: $text, first: 8) {
      kind
      categoryCode
      serviceId
      organizationId
      text {
        fr
        en
      }
    }
    places(text: $text, first: 4) {
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

export const GoToCrises = graphql(`
  query GoToCrises {
    crises {
      id
      phase
      exercise
      name {
        fr
        en
      }
    }
  }
`);

/** A service that this device holds: by name, and whose it is. */
export const HeldName = graphql(`
  fragment HeldName on Service {
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
  }
`);
