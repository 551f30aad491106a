import { graphql } from '../../hub/graphql.ts';

export const AskInterpretation = graphql(`
  mutation CallDeskAskInterpretation($input: AskInterpretationInput!) {
    askInterpretation(input: $input) {
      __typename
      ... on InterpretationAsked {
        interpretation {
          id
        }
      }
    }
  }
`);

export const RecordInterpretation = graphql(`
  mutation CallDeskRecordInterpretation($input: RecordInterpretationInput!) {
    recordInterpretation(input: $input) {
      __typename
    }
  }
`);
