import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { QueryN11GuidanceArgs, SetN11GuidanceInput, WithdrawN11GuidanceInput } from '#libs/schema';
import { Guidance } from './guidance.query.ts';
import { SetN11Guidance } from './set-n11-guidance.command.ts';
import { WithdrawN11Guidance } from './withdraw-n11-guidance.command.ts';

@Resolver()
class GuidanceResolver {
  constructor(
    @Inject(Guidance) private readonly read: Guidance,
    @Inject(SetN11Guidance) private readonly set: SetN11Guidance,
    @Inject(WithdrawN11Guidance) private readonly withdraw: WithdrawN11Guidance,
  ) {}

  @Query()
  n11Guidance(@CurrentActor() actor: Actor, @Args() args: QueryN11GuidanceArgs) {
    return this.read.all(actor, args);
  }

  @Mutation()
  setN11Guidance(@CurrentActor() actor: Actor, @Args('input') input: SetN11GuidanceInput) {
    return this.set.run(actor, input);
  }

  @Mutation()
  withdrawN11Guidance(@CurrentActor() actor: Actor, @Args('input') input: WithdrawN11GuidanceInput) {
    return this.withdraw.run(actor, input);
  }
}

@Resolver('N11GuidanceSet')
class N11GuidanceSetResolver {
  constructor(@Inject(Guidance) private readonly read: Guidance) {}

  @ResolveField()
  guidance(@Parent() { guidanceId }: { guidanceId: string }) {
    return this.read.one(guidanceId);
  }
}

export const guidanceParts = [Guidance, SetN11Guidance, WithdrawN11Guidance];
export const guidanceDoors = [GuidanceResolver, N11GuidanceSetResolver];
