import { graphql } from '../../hub/graphql.ts';

export const PostersHung = graphql(`
  query PostersHung($after: String) {
    posters(first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          organization {
            id
            name {
              fr
              en
            }
          }
          thisWeek {
            pin
            from
            until
          }
          nextWeek {
            pin
            from
          }
          printedAt
          lastUsedAt
          waitsUntil
          wrongPins
          answers {
            saidAt
            firstName
            services
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const MakePoster = graphql(`
  mutation MakePoster($input: MakePosterInput!) {
    answer: makePoster(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const PrintPoster = graphql(`
  mutation PrintPoster($input: PrintPosterInput!) {
    answer: printPoster(input: $input) {
      __typename
      ... on PosterPrinted {
        path
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RenewPosterPin = graphql(`
  mutation RenewPosterPin($input: PosterStepInput!) {
    answer: renewPosterPin(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const RevokePoster = graphql(`
  mutation RevokePoster($input: PosterStepInput!) {
    answer: revokePoster(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);
