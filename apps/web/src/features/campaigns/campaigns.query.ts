import { graphql } from '../../hub/graphql.ts';

graphql(`
  fragment CampaignLine on Campaign {
    id
    state
    dueAt
    sendAt
    sentAt
    closedAt
    madeAt
    madeByName
    asked
    answeredOrganizations
    withoutAddress
    name {
      fr
      en
    }
    counts {
      pending
      sent
      opened
      answered
      bounced
      expired
      declined
    }
  }
`);

export const Campaigns = graphql(`
  query Campaigns($first: Int!) {
    position
    campaigns(first: $first) {
      totalCount
      edges {
        node {
          ...CampaignLine @unmask
        }
      }
    }
    outreachRules {
      ...RuleLine @unmask
    }
  }
`);

export const OneCampaign = graphql(`
  query OneCampaign($id: ID!, $names: Boolean!, $requests: Int!) {
    position
    campaign(id: $id) {
      ...CampaignLine @unmask
      subject {
        fr
        en
      }
      message {
        fr
        en
      }
      crisis {
        id
        name {
          fr
          en
        }
      }
      byTerritory {
        asked
        answered
        territory {
          code
          name {
            fr
            en
          }
        }
      }
      answersByHour {
        at
        n
      }
      comparison {
        hours
        answeredShare
        previousAnsweredShare
        medianMinutes
        previousMedianMinutes
      }
      previous {
        id
        name {
          fr
          en
        }
      }
      requests(first: $requests, answered: false) @include(if: $names) {
        totalCount
        edges {
          node {
            state
            openedAt
            bounceCode
            reminders
            organization {
              id
              name {
                fr
                en
              }
            }
            relay {
              id
              name {
                fr
                en
              }
            }
          }
        }
      }
    }
  }
`);

/** What a copy begins as. */
export const CampaignToCopy = graphql(`
  query CampaignToCopy($id: ID!) {
    campaign(id: $id) {
      id
      askCapacity
      facts
      remindAfterHours
      quietFrom
      quietTo
      name {
        fr
        en
      }
      subject {
        fr
        en
      }
      message {
        fr
        en
      }
      question {
        fr
        en
      }
      filter {
        text
        categories
        territory
        toConfirm
        crisisId
      }
    }
  }
`);

export const CampaignGround = graphql(`
  query CampaignGround {
    territories(kind: NEIGHBOURHOOD) {
      code
      name {
        fr
        en
      }
    }
    categories {
      code
      name {
        fr
        en
      }
    }
    crises {
      id
      closedAt
      exercise
      name {
        fr
        en
      }
    }
  }
`);

export const Audience = graphql(`
  query Audience($filter: ServiceFilter!) {
    campaignAudience(filter: $filter) {
      organizations
      services
      requests
      withoutAddress
      reachableByRelay
      byLanguage {
        language
        n
      }
      unreachable {
        id
        name {
          fr
          en
        }
      }
    }
  }
`);

export const Preview = graphql(`
  query Preview($input: PlanCampaignInput!, $organizationId: ID, $language: String) {
    previewCampaign(input: $input, organizationId: $organizationId, language: $language) {
      language
      subject
      text
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

export const CampaignTold = graphql(`
  subscription CampaignTold($id: ID, $after: Position) {
    campaignChanged(campaignId: $id, after: $after) {
      position
      occurredAt
      campaign {
        ...CampaignLine @unmask
      }
    }
  }
`);
