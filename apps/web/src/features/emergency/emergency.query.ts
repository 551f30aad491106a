import { graphql } from '../../hub/graphql.ts';

export const RaiseEmergency = graphql(`
  mutation RaiseEmergency($input: RaiseEmergencyInput!) {
    answer: raiseEmergency(input: $input) {
      __typename
      ... on EmergencyChanged {
        emergency {
          id
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

export const TellEmergency = graphql(`
  mutation TellEmergency($input: TellEmergencyInput!) {
    answer: tellEmergency(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const RecordEmergencyStep = graphql(`
  mutation RecordEmergencyStep($input: RecordEmergencyStepInput!) {
    answer: recordEmergencyStep(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const EmergenciesNow = graphql(`
  query EmergenciesNow {
    position
    emergencies {
      id
      raisedAt
      raisedByName
      forgetAt
      overAt
      steps {
        step
        at
        byName
        target {
          code
          name {
            fr
            en
          }
        }
      }
    }
  }
`);

export const EmergencyTold = graphql(`
  subscription EmergencyTold($after: Position) {
    emergencyRaised(after: $after) {
      position
      occurredAt
      emergencyId
    }
  }
`);

/** Asked without a cache: nothing of it is kept here. */
export const WhereToGo = graphql(`
  query WhereToGo($id: ID!) {
    person: emergencyCaller(emergencyId: $id) {
      state
      address
      number
    }
  }
`);
