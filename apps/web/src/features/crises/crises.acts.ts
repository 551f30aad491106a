import { graphql } from '../../hub/graphql.ts';

export const OpenCrisis = graphql(`
  mutation OpenCrisis($input: OpenCrisisInput!) {
    answer: openCrisis(input: $input) {
      __typename
      ... on CrisisOpened {
        crisis {
          ...CrisisWhole @unmask
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

export const ChangeCrisisPhase = graphql(`
  mutation ChangeCrisisPhase($input: ChangeCrisisPhaseInput!) {
    answer: changeCrisisPhase(input: $input) {
      __typename
      ... on CrisisPhaseChanged {
        crisis {
          ...CrisisWhole @unmask
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

export const SetFreshness = graphql(`
  mutation SetFreshness($input: SetFreshnessInput!) {
    answer: setFreshness(input: $input) {
      __typename
      ... on FreshnessSet {
        crisis {
          ...CrisisWhole @unmask
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

export const DeclareLocalEmergency = graphql(`
  mutation DeclareLocalEmergency($input: DeclareLocalEmergencyInput!) {
    answer: declareLocalEmergency(input: $input) {
      __typename
      ... on LocalEmergencyDeclared {
        crisis {
          ...CrisisWhole @unmask
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

export const EndLocalEmergency = graphql(`
  mutation EndLocalEmergency($input: EndLocalEmergencyInput!) {
    answer: endLocalEmergency(input: $input) {
      __typename
      ... on LocalEmergencyEnded {
        crisis {
          ...CrisisWhole @unmask
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

export const SetMission = graphql(`
  mutation SetMission($input: SetMissionInput!) {
    answer: setMission(input: $input) {
      __typename
      ... on MissionSet {
        crisis {
          ...CrisisWhole @unmask
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

export const SetInstruction = graphql(`
  mutation SetInstruction($input: SetInstructionInput!) {
    answer: setInstruction(input: $input) {
      __typename
      ... on InstructionSet {
        crisis {
          ...CrisisWhole @unmask
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

export const WithdrawInstruction = graphql(`
  mutation WithdrawInstruction($input: WithdrawInstructionInput!) {
    answer: withdrawInstruction(input: $input) {
      __typename
      ... on InstructionWithdrawn {
        crisis {
          ...CrisisWhole @unmask
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

export const AddCrisisArea = graphql(`
  mutation AddCrisisArea($input: AddCrisisAreaInput!) {
    answer: addCrisisArea(input: $input) {
      __typename
      ... on CrisisAreaAdded {
        crisis {
          ...CrisisWhole @unmask
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

export const SetAreaLead = graphql(`
  mutation SetAreaLead($input: SetAreaLeadInput!) {
    answer: setAreaLead(input: $input) {
      __typename
      ... on AreaLeadSet {
        crisis {
          ...CrisisWhole @unmask
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

export const SetCrisisMatters = graphql(`
  mutation SetCrisisMatters($input: SetCrisisMattersInput!) {
    answer: setCrisisMatters(input: $input) {
      __typename
      ... on CrisisMattersSet {
        crisis {
          ...CrisisWhole @unmask
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
