import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryByCode } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type * as Given from '#libs/schema';
import { ClaimFollowUp } from './claim-follow-up.command.ts';
import { CompleteFollowUp } from './complete-follow-up.command.ts';
import { FollowUpPerson } from './follow-up-person.query.ts';
import { type FollowUpRow, FollowUps } from './follow-ups.query.ts';
import { ForgetFollowUp } from './forget-follow-up.command.ts';
import { PromiseFollowUp } from './promise-follow-up.command.ts';
import { RecordFollowUpTry } from './record-follow-up-try.command.ts';

@Resolver()
export class FollowUpsResolver {
  constructor(
    @Inject(FollowUps) private readonly read: FollowUps,
    @Inject(FollowUpPerson) private readonly person: FollowUpPerson,
  ) {}

  @Query()
  followUps(@CurrentActor() actor: Actor, @Args() args: Given.QueryFollowUpsArgs) {
    return this.read.page(actor, args);
  }

  @Query()
  followUp(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.read.one(actor, id);
  }

  @Query()
  followUpPerson(@CurrentActor() actor: Actor, @Args('followUpId') followUpId: string) {
    return this.person.one(actor, followUpId);
  }

  @Query()
  followUpFigures(@CurrentActor() actor: Actor, @Args('since') since: Date) {
    return this.read.figures(actor, since);
  }
}

@Resolver()
export class FollowUpActsResolver {
  constructor(
    @Inject(PromiseFollowUp) private readonly promise: PromiseFollowUp,
    @Inject(ClaimFollowUp) private readonly claim: ClaimFollowUp,
    @Inject(RecordFollowUpTry) private readonly attempt: RecordFollowUpTry,
    @Inject(CompleteFollowUp) private readonly complete: CompleteFollowUp,
    @Inject(ForgetFollowUp) private readonly forget: ForgetFollowUp,
  ) {}

  @Mutation()
  promiseFollowUp(@CurrentActor() actor: Actor, @Args('input') input: Given.PromiseFollowUpInput) {
    return this.promise.run(actor, input);
  }

  @Mutation()
  claimFollowUp(@CurrentActor() actor: Actor, @Args('input') input: Given.ClaimFollowUpInput) {
    return this.claim.run(actor, input);
  }

  @Mutation()
  releaseFollowUp(@CurrentActor() actor: Actor, @Args('input') input: Given.ReleaseFollowUpInput) {
    return this.claim.release(actor, input);
  }

  @Mutation()
  recordFollowUpTry(@CurrentActor() actor: Actor, @Args('input') input: Given.RecordFollowUpTryInput) {
    return this.attempt.run(actor, input);
  }

  @Mutation()
  completeFollowUp(@CurrentActor() actor: Actor, @Args('input') input: Given.CompleteFollowUpInput) {
    return this.complete.run(actor, input);
  }

  @Mutation()
  forgetFollowUp(@CurrentActor() actor: Actor, @Args('input') input: Given.ForgetFollowUpInput) {
    return this.forget.run(actor, input);
  }
}

@Resolver('FollowUp')
export class FollowUpResolver {
  constructor(@Inject(TerritoryByCode) private readonly territories: TerritoryByCode) {}

  @ResolveField()
  territory(@Parent() { territoryCode }: FollowUpRow) {
    return territoryCode ? this.territories.load(territoryCode) : null;
  }
}

@Resolver('FollowUpChanged')
export class FollowUpChangedResolver {
  constructor(@Inject(FollowUps) private readonly read: FollowUps) {}

  @ResolveField()
  followUp(@CurrentActor() actor: Actor, @Parent() { followUpId }: { followUpId: string }) {
    return this.read.one(actor, followUpId);
  }
}
