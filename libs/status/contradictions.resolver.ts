import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ServiceById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type { ContradictServiceStatusInput, QueryContradictionsArgs, SettleContradictionInput } from '#libs/schema';
import { ContradictServiceStatus } from './contradict-service-status.command.ts';
import { Contradictions } from './contradictions.query.ts';
import { SettleContradiction } from './settle-contradiction.command.ts';

@Resolver()
export class ContradictionsResolver {
  constructor(
    @Inject(ContradictServiceStatus) private readonly contradict: ContradictServiceStatus,
    @Inject(SettleContradiction) private readonly settle: SettleContradiction,
    @Inject(Contradictions) private readonly read: Contradictions,
  ) {}

  @Mutation()
  contradictServiceStatus(@CurrentRequest() request: RequestContext, @Args('input') input: ContradictServiceStatusInput) {
    return this.contradict.run(request, input);
  }

  @Mutation()
  settleContradiction(@CurrentActor() actor: Actor, @Args('input') input: SettleContradictionInput) {
    return this.settle.run(actor, input);
  }

  @Query()
  contradictions(@CurrentActor() actor: Actor, @Args() args: QueryContradictionsArgs) {
    return this.read.run(actor, args);
  }
}

class OfAService {
  constructor(@Inject(ServiceById) private readonly serviceById: ServiceById) {}

  @ResolveField()
  service(@Parent() { serviceId }: { serviceId: string }) {
    return this.serviceById.load(serviceId);
  }
}

@Resolver('Contradiction')
export class ContradictionResolver extends OfAService {}

@Resolver('ContradictionSettled')
export class ContradictionSettledResolver extends OfAService {}
