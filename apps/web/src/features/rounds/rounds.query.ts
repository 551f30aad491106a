import { graphql } from '../../hub/graphql.ts';

export const RoundLine = graphql(`
  fragment RoundLine on Round {
    id
    name
    legalBasis
    endsAt
    closedAt
    tries
    givenBy {
      id
      name {
        fr
        en
      }
    }
    script {
      fr
      en
    }
    certificate {
      destroyed
      at
      why
    }
    progress {
      total
      waiting
      ready
      safe
      needsHelp
      refused
      wrongNumber
      visitRequested
    }
  }
`);

export const RoundsNow = graphql(`
  query RoundsNow {
    position
    open: rounds(closed: false) {
      ...RoundLine @unmask
    }
    closed: rounds(closed: true) {
      ...RoundLine @unmask
    }
  }
`);

export const OneRound = graphql(`
  query OneRound($id: ID!) {
    position
    round(id: $id) {
      ...RoundLine @unmask
    }
    myRoundEntry(roundId: $id) {
      id
      place
      tries
    }
  }
`);

export const RoundTold = graphql(`
  subscription RoundTold($after: Position) {
    roundChanged(after: $after) {
      position
      occurredAt
      roundId
    }
  }
`);

export const Visits = graphql(`
  query Visits($id: ID!) {
    roundEntries(roundId: $id, states: [VISIT_REQUESTED], first: 200) {
      id
      place
      tries
    }
  }
`);

/** Asked without a cache: nothing of it is kept here. */
export const WhoIsNext = graphql(`
  query WhoIsNext($id: ID!) {
    person: roundPerson(entryId: $id) {
      state
      name
      phone
      address
      language
      note
    }
  }
`);

export const KindsOfNeed = graphql(`
  query KindsOfNeed {
    needKinds {
      code
      category {
        code
      }
      name {
        fr
        en
      }
    }
    handoverTargets {
      code
      name {
        fr
        en
      }
    }
  }
`);

export const OpenRound = graphql(`
  mutation OpenRound($input: OpenRoundInput!) {
    answer: openRound(input: $input) {
      __typename
      ... on RoundChanged {
        round {
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

export const ImportRoundEntries = graphql(`
  mutation ImportRoundEntries($input: ImportRoundEntriesInput!) {
    answer: importRoundEntries(input: $input) {
      __typename
      ... on RoundEntriesImported {
        added
        faults {
          line
          kind
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

export const ClaimNextRoundEntry = graphql(`
  mutation ClaimNextRoundEntry($input: ClaimNextRoundEntryInput!) {
    answer: claimNextRoundEntry(input: $input) {
      __typename
      ... on RoundEntryClaimed {
        entry {
          id
          place
          tries
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

export const RecordRoundResult = graphql(`
  mutation RecordRoundResult($input: RecordRoundResultInput!) {
    answer: recordRoundResult(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

export const CloseRound = graphql(`
  mutation CloseRound($input: CloseRoundInput!) {
    answer: closeRound(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);
