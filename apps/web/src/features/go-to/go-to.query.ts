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

/** Whose a service is, and where: many bear the same name. */
export const Whose = graphql(`
  fragment Whose on Service {
    id
    organization {
      id
      name {
        fr
        en
      }
    }
    locations {
      id
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

/** As many as are suggested, in one request. */
export const GoToWhose = graphql(`
  query GoToWhose($a: ID!, $b: ID!, $c: ID!, $d: ID!, $e: ID!, $f: ID!, $g: ID!, $h: ID!) {
    a: service(id: $a) {
      ...Whose @unmask
    }
    b: service(id: $b) {
      ...Whose @unmask
    }
    c: service(id: $c) {
      ...Whose @unmask
    }
    d: service(id: $d) {
      ...Whose @unmask
    }
    e: service(id: $e) {
      ...Whose @unmask
    }
    f: service(id: $f) {
      ...Whose @unmask
    }
    g: service(id: $g) {
      ...Whose @unmask
    }
    h: service(id: $h) {
      ...Whose @unmask
    }
  }
`);

/** What nobody could offer, by what it is and where. */
export const GoToGaps = graphql(`
  query GoToGaps {
    gaps(first: 200) {
      edges {
        node {
          id
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
  }
`);
