import { graphql } from '../../hub/graphql.ts';

export const DisplaysInUse = graphql(`
  query DisplaysInUse {
    displays {
      id
      name
      linkedByName
      lastSeenAt
      organization {
        id
        name {
          fr
          en
        }
      }
    }
  }
`);

export const LinkDisplay = graphql(`
  mutation LinkDisplay($input: LinkDisplayInput!) {
    linkDisplay(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const EndDisplay = graphql(`
  mutation EndDisplay($input: EndDisplayInput!) {
    endDisplay(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`);
