import { graphql } from '../hub/graphql.ts';

/** All that is done to a gap; each answers with the gap as it then is. */
export const steps = {
  acknowledge: graphql(`
    mutation AcknowledgeGap($input: AcknowledgeGapInput!) {
      answer: acknowledgeGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  assign: graphql(`
    mutation AssignGap($input: AssignGapInput!) {
      answer: assignGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  answer: graphql(`
    mutation AnswerGap($input: AnswerGapInput!) {
      answer: answerGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  commit: graphql(`
    mutation CommitToGap($input: CommitToGapInput!) {
      answer: commitToGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  deliver: graphql(`
    mutation DeliverCommitment($input: DeliverCommitmentInput!) {
      answer: deliverCommitment(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  release: graphql(`
    mutation ReleaseCommitment($input: ReleaseCommitmentInput!) {
      answer: releaseCommitment(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  address: graphql(`
    mutation AddressGap($input: AddressGapInput!) {
      answer: addressGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  close: graphql(`
    mutation CloseGap($input: CloseGapInput!) {
      answer: closeGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  reopen: graphql(`
    mutation ReopenGap($input: ReopenGapInput!) {
      answer: reopenGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  comment: graphql(`
    mutation CommentOnGap($input: CommentOnGapInput!) {
      answer: commentOnGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  merge: graphql(`
    mutation MergeGaps($input: MergeGapsInput!) {
      answer: mergeGaps(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
  split: graphql(`
    mutation SplitGap($input: SplitGapInput!) {
      answer: splitGap(input: $input) {
        __typename
        ... on GapChanged {
          gap {
            ...GapLine @unmask
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
};

export const FollowGap = graphql(`
  mutation FollowGap($gapId: ID!, $following: Boolean!) {
    answer: followGap(gapId: $gapId, following: $following) {
      __typename
      ... on GapChanged {
        gap {
          id
          following
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);
