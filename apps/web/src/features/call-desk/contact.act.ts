import type { Act, ActKind } from '../../hub/act.ts';
import type { RecordContactInput } from '../../hub/gql/graphql.ts';
import { graphql } from '../../hub/graphql.ts';

/** A call that ended waits for the line as every act does; its key is the call's own, so that it counts once however it is sent. */
export const contact: ActKind<RecordContactInput> = {
  whole: true,
  mutation: graphql(`
    mutation RecordContact($input: RecordContactInput!) {
      answer: recordContact(input: $input) {
        __typename
        ... on ContactRecorded {
          contact {
            id
            startedAt
            needs {
              id
              gap {
                id
                count
              }
            }
          }
        }
        ... on Refusal {
          code
          message
          field
        }
      }
    }
  `),
  show: () => undefined,
};

export const isContact = (act: Act): act is Act<RecordContactInput> => act.kind === 'contact';
