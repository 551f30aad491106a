import { ClaimFollowUp } from './claim-follow-up.command.ts';
import { CompleteFollowUp } from './complete-follow-up.command.ts';
import { FollowUpBook } from './follow-up-book.ts';
import { FollowUpPerson } from './follow-up-person.query.ts';
import { FollowUpChangedTopic } from './follow-ups.live.ts';
import { FollowUps } from './follow-ups.query.ts';
import { FollowUpActsResolver, FollowUpChangedResolver, FollowUpResolver, FollowUpsResolver } from './follow-ups.resolver.ts';
import { ForgetFollowUp } from './forget-follow-up.command.ts';
import { PromiseFollowUp } from './promise-follow-up.command.ts';
import { RecordFollowUpTry } from './record-follow-up-try.command.ts';

/** Call-backs that were promised, for the room. */
export const followUpParts = [
  ...[FollowUpBook, FollowUps, FollowUpPerson, FollowUpChangedTopic],
  ...[PromiseFollowUp, ClaimFollowUp, RecordFollowUpTry, CompleteFollowUp, ForgetFollowUp],
  ...[FollowUpsResolver, FollowUpActsResolver, FollowUpResolver, FollowUpChangedResolver],
];
