import { graphql } from '../../hub/graphql.ts';

/** All that its page says of an event. */
export const CrisisWhole = graphql(`
  fragment CrisisWhole on Crisis {
    id
    nature
    phase
    exercise
    openedAt
    closedAt
    name {
      fr
      en
    }
    emergency {
      declaredAt
      until
    }
    categories {
      code
      name {
        fr
        en
      }
    }
    areas {
      id
      phase
      territory {
        code
        name {
          fr
          en
        }
      }
      lead {
        id
        name {
          fr
          en
        }
      }
      emergency {
        declaredAt
        until
      }
    }
    freshness {
      phase
      hours
      category {
        code
        name {
          fr
          en
        }
      }
    }
    missions {
      organization {
        id
        name {
          fr
          en
        }
      }
      texts {
        fr
        en
      }
    }
    needKinds {
      code
      name {
        fr
        en
      }
    }
    instructions {
      id
      phone
      validUntil
      setAt
      question {
        fr
        en
      }
      answer {
        fr
        en
      }
      owner {
        id
        name {
          fr
          en
        }
      }
    }
    phaseChanges {
      at
      from
      to
      reason
      area {
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
  }
`);

export const CrisisPage = graphql(`
  query CrisisPage($id: ID!) {
    position
    crisis(id: $id) {
      ...CrisisWhole @unmask
    }
    situation(crisisId: $id) {
      total
      toConfirm
    }
  }
`);

export const CrisesList = graphql(`
  query CrisesList {
    position
    crises {
      id
      nature
      phase
      exercise
      openedAt
      closedAt
      name {
        fr
        en
      }
      emergency {
        declaredAt
        until
      }
      areas {
        id
        phase
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

export const CrisisTold = graphql(`
  subscription CrisisTold($after: Position) {
    crisisChanged(after: $after) {
      position
      occurredAt
      kind
      crisis {
        id
      }
    }
  }
`);

export const CrisisRecounted = graphql(`
  subscription CrisisRecounted($after: Position) {
    freshnessRecounted(after: $after) {
      position
      occurredAt
    }
  }
`);

/** What a form chooses from. */
export const CrisisGround = graphql(`
  query CrisisGround {
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
      name {
        fr
        en
      }
    }
  }
`);
