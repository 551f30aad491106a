import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryByCode } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type { FollowRoutingProblemInput, QueryRoutingProblemsArgs, ReportRoutingProblemInput } from '#libs/schema';
import { FollowRoutingProblem } from './follow-routing-problem.command.ts';
import { ForgetCallers } from './forget-callers.ts';
import { ReportRoutingProblem } from './report-routing-problem.command.ts';
import { RoutingCaller } from './routing-caller.query.ts';
import { RoutingLetters } from './routing-letter.query.ts';
import { RoutingProblemChanged } from './routing.live.ts';
import { type ProblemRow, RoutingProblems } from './routing-problems.query.ts';

@Resolver()
class RoutingResolver {
  constructor(
    @Inject(RoutingProblems) private readonly read: RoutingProblems,
    @Inject(RoutingCaller) private readonly caller: RoutingCaller,
    @Inject(RoutingLetters) private readonly letters: RoutingLetters,
    @Inject(ReportRoutingProblem) private readonly report: ReportRoutingProblem,
    @Inject(FollowRoutingProblem) private readonly follow: FollowRoutingProblem,
  ) {}

  @Query()
  routingProblems(@Args() args: QueryRoutingProblemsArgs) {
    return this.read.page(args);
  }

  @Query()
  routingProblem(@Args('id') id: string) {
    return this.read.one(id);
  }

  @Query()
  routingCaller(@CurrentActor() actor: Actor, @Args('problemId') problemId: string) {
    return this.caller.one(actor, problemId);
  }

  @Query()
  routingLetter(@CurrentActor() actor: Actor, @Args('problemId') problemId: string) {
    return this.letters.one(actor, problemId);
  }

  @Mutation()
  reportRoutingProblem(@CurrentRequest() request: RequestContext, @Args('input') input: ReportRoutingProblemInput) {
    return this.report.run(request, input);
  }

  @Mutation()
  followRoutingProblem(@CurrentActor() actor: Actor, @Args('input') input: FollowRoutingProblemInput) {
    return this.follow.run(actor, input);
  }
}

@Resolver('RoutingProblem')
class RoutingProblemResolver {
  constructor(@Inject(TerritoryByCode) private readonly territories: TerritoryByCode) {}

  @ResolveField()
  territory(@Parent() { territoryCode }: ProblemRow) {
    return territoryCode ? this.territories.load(territoryCode) : null;
  }
}

class OfOneProblem {
  constructor(@Inject(RoutingProblems) private readonly read: RoutingProblems) {}

  @ResolveField()
  problem(@Parent() { problemId }: { problemId: string }) {
    return this.read.one(problemId);
  }
}

@Resolver('RoutingProblemFollowed')
class RoutingProblemFollowedResolver extends OfOneProblem {}

@Resolver('RoutingProblemChange')
class RoutingProblemChangeResolver extends OfOneProblem {}

export const routingParts = [
  ReportRoutingProblem,
  FollowRoutingProblem,
  ForgetCallers,
  RoutingCaller,
  RoutingLetters,
  RoutingProblems,
  RoutingProblemChanged,
];
export const routingDoors = [RoutingResolver, RoutingProblemResolver, RoutingProblemFollowedResolver, RoutingProblemChangeResolver];
