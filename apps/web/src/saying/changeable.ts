import { graphql } from '../hub/graphql.ts';

/** What the sheet needs of a service; apart, so that a page can ask for it before the sheet is there. */
export const Changeable = graphql(`
  fragment ChangeSheet_service on Service {
    id
    status {
      ...StatusWord @unmask
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
  }
`);
