import { graphql } from '../../hub/graphql.ts';

export const CallDeskDrafts = graphql(`
  query CallDeskDrafts {
    contactDrafts {
      id
      body
      begunAt
      changedAt
    }
  }
`);

export const KeepCallDraft = graphql(`
  mutation KeepCallDraft($input: KeepContactDraftInput!) {
    keepContactDraft(input: $input) {
      __typename
    }
  }
`);

export const DropCallDraft = graphql(`
  mutation DropCallDraft($id: ID!) {
    dropContactDraft(draftId: $id)
  }
`);
