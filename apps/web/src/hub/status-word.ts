import { graphql } from './graphql.ts';

/** All that is said with a status, wherever a status is shown. */
export const StatusWord = graphql(`
  fragment StatusWord on ServiceStatus {
    state
    since
    observedAt
    confirmedAt
    goodUntil
    freshness
    agingAt
    staleAt
    source
    contradicted
    mixed
    replacement {
      id
      name {
        fr
        en
      }
    }
    note {
      fr
      en
    }
    capacity {
      available
      total
      asOf
      agesAt
      unit {
        fr
        en
      }
    }
    planned {
      state
      takesOverAt
      note {
        fr
        en
      }
    }
  }
`);

/** All that can be said of a service: as a whole, and place by place. */
export const Sayable = graphql(`
  fragment SayableService on Service {
    id
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
  }
`);
