import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type * as Given from '#libs/schema';
import { AcknowledgeGap } from './acknowledge-gap.command.ts';
import { AddressGap } from './address-gap.command.ts';
import { AnswerGap } from './answer-gap.command.ts';
import { AssignGap } from './assign-gap.command.ts';
import { CloseGap } from './close-gap.command.ts';
import { CommentOnGap } from './comment-on-gap.command.ts';
import { CommitToGap } from './commit-to-gap.command.ts';
import { DeliverCommitment } from './deliver-commitment.command.ts';
import { DemandAndSupply } from './demand-and-supply.query.ts';
import { FollowGap } from './follow-gap.command.ts';
import { GapById } from './gap-by-id.loader.ts';
import { Gaps } from './gaps.query.ts';
import { MergeGaps } from './merge-gaps.command.ts';
import { ReleaseCommitment } from './release-commitment.command.ts';
import { ReopenGap } from './reopen-gap.command.ts';
import { SetCommitmentLimit } from './set-commitment-limit.command.ts';
import { SplitGap } from './split-gap.command.ts';

@Resolver()
export class GapsResolver {
  constructor(
    @Inject(Gaps) private readonly read: Gaps,
    @Inject(GapById) private readonly byId: GapById,
    @Inject(DemandAndSupply) private readonly demand: DemandAndSupply,
    @Inject(FollowGap) private readonly follow: FollowGap,
    @Inject(SetCommitmentLimit) private readonly limit: SetCommitmentLimit,
  ) {}

  @Query()
  gaps(@CurrentActor() actor: Actor, @Args() args: Given.QueryGapsArgs) {
    return this.read.page(actor, args);
  }

  @Query()
  gap(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.byId.seen(actor, id);
  }

  @Query()
  demandAndSupply(@CurrentActor() actor: Actor, @Args() args: Given.QueryDemandAndSupplyArgs) {
    return this.demand.read(actor, args);
  }

  @Mutation()
  followGap(@CurrentActor() actor: Actor, @Args() { gapId, following }: Given.MutationFollowGapArgs) {
    return this.follow.run(actor, gapId, following ?? true);
  }

  @Mutation()
  setCommitmentLimit(@CurrentActor() actor: Actor, @Args('input') input: Given.SetCommitmentLimitInput) {
    return this.limit.run(actor, input);
  }
}

/** What the coordination does with a gap. */
@Resolver()
export class GapStepsResolver {
  constructor(
    @Inject(AcknowledgeGap) private readonly acknowledge: AcknowledgeGap,
    @Inject(AssignGap) private readonly assign: AssignGap,
    @Inject(AddressGap) private readonly address: AddressGap,
    @Inject(CloseGap) private readonly close: CloseGap,
    @Inject(ReopenGap) private readonly reopen: ReopenGap,
    @Inject(CommentOnGap) private readonly comment: CommentOnGap,
    @Inject(MergeGaps) private readonly merge: MergeGaps,
    @Inject(SplitGap) private readonly split: SplitGap,
  ) {}

  @Mutation()
  acknowledgeGap(@CurrentActor() actor: Actor, @Args('input') input: Given.AcknowledgeGapInput) {
    return this.acknowledge.run(actor, input);
  }

  @Mutation()
  assignGap(@CurrentActor() actor: Actor, @Args('input') input: Given.AssignGapInput) {
    return this.assign.run(actor, input);
  }

  @Mutation()
  addressGap(@CurrentActor() actor: Actor, @Args('input') input: Given.AddressGapInput) {
    return this.address.run(actor, input);
  }

  @Mutation()
  closeGap(@CurrentActor() actor: Actor, @Args('input') input: Given.CloseGapInput) {
    return this.close.run(actor, input);
  }

  @Mutation()
  reopenGap(@CurrentActor() actor: Actor, @Args('input') input: Given.ReopenGapInput) {
    return this.reopen.run(actor, input);
  }

  @Mutation()
  commentOnGap(@CurrentActor() actor: Actor, @Args('input') input: Given.CommentOnGapInput) {
    return this.comment.run(actor, input);
  }

  @Mutation()
  mergeGaps(@CurrentActor() actor: Actor, @Args('input') input: Given.MergeGapsInput) {
    return this.merge.run(actor, input);
  }

  @Mutation()
  splitGap(@CurrentActor() actor: Actor, @Args('input') input: Given.SplitGapInput) {
    return this.split.run(actor, input);
  }
}

/** What organizations do with one. */
@Resolver()
export class CommitmentsResolver {
  constructor(
    @Inject(AnswerGap) private readonly answer: AnswerGap,
    @Inject(CommitToGap) private readonly commit: CommitToGap,
    @Inject(DeliverCommitment) private readonly deliver: DeliverCommitment,
    @Inject(ReleaseCommitment) private readonly release: ReleaseCommitment,
  ) {}

  @Mutation()
  answerGap(@CurrentActor() actor: Actor, @Args('input') input: Given.AnswerGapInput) {
    return this.answer.run(actor, input);
  }

  @Mutation()
  commitToGap(@CurrentActor() actor: Actor, @Args('input') input: Given.CommitToGapInput) {
    return this.commit.run(actor, input);
  }

  @Mutation()
  deliverCommitment(@CurrentActor() actor: Actor, @Args('input') input: Given.DeliverCommitmentInput) {
    return this.deliver.run(actor, input);
  }

  @Mutation()
  releaseCommitment(@CurrentActor() actor: Actor, @Args('input') input: Given.ReleaseCommitmentInput) {
    return this.release.run(actor, input);
  }
}

class OfAGap {
  constructor(@Inject(GapById) private readonly byId: GapById) {}

  @ResolveField()
  gap(@CurrentActor() actor: Actor, @Parent() { gapId }: { gapId: string }) {
    return this.byId.seen(actor, gapId);
  }
}

@Resolver('GapChanged')
export class GapChangedResolver extends OfAGap {}

@Resolver('GapChange')
export class GapChangeResolver extends OfAGap {}
