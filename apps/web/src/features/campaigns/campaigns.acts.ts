import { graphql } from '../../hub/graphql.ts';

export const PlanCampaign = graphql(`
  mutation PlanCampaign($input: PlanCampaignInput!) {
    answer: planCampaign(input: $input) {
      __typename
      ... on CampaignPlanned {
        campaign {
          ...CampaignLine @unmask
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

export const SendCampaign = graphql(`
  mutation SendCampaign($input: SendCampaignInput!) {
    answer: sendCampaign(input: $input) {
      __typename
      ... on CampaignStepDone {
        campaign {
          ...CampaignLine @unmask
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

export const steps = {
  pause: graphql(`
    mutation PauseCampaign($input: CampaignStepInput!) {
      answer: pauseCampaign(input: $input) {
        __typename
        ... on CampaignStepDone {
          campaign {
            ...CampaignLine @unmask
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
  resume: graphql(`
    mutation ResumeCampaign($input: CampaignStepInput!) {
      answer: resumeCampaign(input: $input) {
        __typename
        ... on CampaignStepDone {
          campaign {
            ...CampaignLine @unmask
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
  cancel: graphql(`
    mutation CancelCampaign($input: CampaignStepInput!) {
      answer: cancelCampaign(input: $input) {
        __typename
        ... on CampaignStepDone {
          campaign {
            ...CampaignLine @unmask
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
    mutation CloseCampaign($input: CampaignStepInput!) {
      answer: closeCampaign(input: $input) {
        __typename
        ... on CampaignStepDone {
          campaign {
            ...CampaignLine @unmask
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
  remind: graphql(`
    mutation RemindCampaign($input: CampaignStepInput!) {
      answer: remindCampaign(input: $input) {
        __typename
        ... on CampaignStepDone {
          campaign {
            ...CampaignLine @unmask
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
