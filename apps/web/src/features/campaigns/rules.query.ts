import { graphql } from '../../hub/graphql.ts';

graphql(`
  fragment RuleLine on OutreachRule {
    id
    kind
    byday
    atTime
    phases
    nextAt
    lastAt
    madeByName
    name {
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
    lastCampaign {
      ...CampaignLine @unmask
    }
  }
`);

graphql(`
  fragment RuleToChange on OutreachRule {
    id
    kind
    byday
    atTime
    phases
    dueAfterHours
    restHours
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
      states
      toConfirm
      openAt
      languages
      organizations
      crisisId
      near {
        latitude
        longitude
        withinKm
      }
      serving {
        latitude
        longitude
      }
      bbox {
        west
        south
        east
        north
      }
    }
  }
`);

export const RulesToChange = graphql(`
  query RulesToChange {
    outreachRules {
      ...RuleToChange @unmask
    }
  }
`);

export const SetRule = graphql(`
  mutation SetRule($input: SetOutreachRuleInput!) {
    answer: setOutreachRule(input: $input) {
      __typename
      ... on OutreachRuleSet {
        rule {
          ...RuleLine @unmask
          ...RuleToChange @unmask
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

export const EndRule = graphql(`
  mutation EndRule($input: EndOutreachRuleInput!) {
    answer: endOutreachRule(input: $input) {
      __typename
      ... on OutreachRuleEnded {
        ruleId
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);
