import { AcknowledgeGap } from './acknowledge-gap.command.ts';
import { AddressGap } from './address-gap.command.ts';
import { AnswerGap } from './answer-gap.command.ts';
import { AssignGap } from './assign-gap.command.ts';
import { CloseGap } from './close-gap.command.ts';
import { CommentOnGap } from './comment-on-gap.command.ts';
import { CommitToGap } from './commit-to-gap.command.ts';
import { Commitments } from './commitments.ts';
import { DeliverCommitment } from './deliver-commitment.command.ts';
import { DemandAndSupply } from './demand-and-supply.query.ts';
import { FollowedGaps } from './followed-gaps.loader.ts';
import { FollowGap } from './follow-gap.command.ts';
import { GapBook } from './gap-book.ts';
import { GapById } from './gap-by-id.loader.ts';
import { AskersOfGap, DaysOfGap, FlaggersOfGap, ReasonsOfGap } from './gap-figures.loader.ts';
import { HistoryOfGap } from './gap-history.loader.ts';
import { GapResolver, GapStepResolver, ReferenceResolver, ServiceThatCouldResolver, TerritoryDemandResolver } from './gap.resolver.ts';
import { GapChangedTopic } from './gaps.live.ts';
import { Gaps } from './gaps.query.ts';
import { CommitmentsResolver, GapChangedResolver, GapChangeResolver, GapsResolver, GapStepsResolver } from './gaps.resolver.ts';
import { JoinGaps } from './join-gaps.ts';
import { KnownToGaps } from './known-to-gaps.ts';
import { MergeGaps } from './merge-gaps.command.ts';
import { ReleaseCommitment } from './release-commitment.command.ts';
import { ReopenGap } from './reopen-gap.command.ts';
import { ServicesThatCould } from './services-that-could.query.ts';
import { SetCommitmentLimit } from './set-commitment-limit.command.ts';
import { SplitGap } from './split-gap.command.ts';

/** What gaps are made of, for the room. */
export const gapParts = [
  ...[AcknowledgeGap, AddressGap, AnswerGap, AssignGap, CloseGap, CommentOnGap, CommitToGap, DeliverCommitment, FollowGap],
  ...[MergeGaps, ReleaseCommitment, ReopenGap, SetCommitmentLimit, SplitGap],
  ...[Commitments, GapBook, JoinGaps, KnownToGaps],
  ...[AskersOfGap, DaysOfGap, DemandAndSupply, FlaggersOfGap, FollowedGaps, GapById, Gaps, HistoryOfGap, ReasonsOfGap, ServicesThatCould],
  ...[CommitmentsResolver, GapChangedResolver, GapChangedTopic, GapChangeResolver, GapResolver, GapsResolver, GapStepResolver],
  ...[GapStepsResolver, ReferenceResolver, ServiceThatCouldResolver, TerritoryDemandResolver],
];
