import { ClaimNextRoundEntry } from './claim-next-round-entry.command.ts';
import { EndRound } from './end-round.ts';
import { ImportRoundEntries } from './import-round-entries.command.ts';
import { OpenRound } from './open-round.command.ts';
import { RecordRoundResult } from './record-round-result.command.ts';
import { RoundBook } from './round-book.ts';
import { RoundPerson } from './round-person.query.ts';
import { RoundChangedTopic } from './rounds.live.ts';
import { Rounds } from './rounds.query.ts';
import { roundDoors } from './rounds.resolver.ts';

/** Calls to people on a list that was given, for the room. */
export const roundParts = [
  ...[RoundBook, Rounds, RoundPerson, RoundChangedTopic],
  ...[OpenRound, ImportRoundEntries, ClaimNextRoundEntry, RecordRoundResult, EndRound],
  ...roundDoors,
];
