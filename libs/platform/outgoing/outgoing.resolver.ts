import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import type { OutgoingChoiceInput, QueryOutgoingArgs } from '#libs/schema';
import { CurrentActor } from '../graphql/current-actor.ts';
import { GiveUpOutgoing } from './give-up-outgoing.command.ts';
import { OutgoingList } from './outgoing.query.ts';
import { RetryOutgoing } from './retry-outgoing.command.ts';

@Resolver()
export class OutgoingResolver {
  constructor(
    @Inject(OutgoingList) private readonly list: OutgoingList,
    @Inject(RetryOutgoing) private readonly retry: RetryOutgoing,
    @Inject(GiveUpOutgoing) private readonly giveUp: GiveUpOutgoing,
  ) {}

  @Query()
  outgoing(@Args() args: QueryOutgoingArgs) {
    return this.list.page(args);
  }

  @Query()
  outgoingState() {
    return this.list.tally();
  }

  @Mutation()
  retryOutgoing(@CurrentActor() actor: Actor, @Args('input') input: OutgoingChoiceInput) {
    return this.retry.run(actor, input);
  }

  @Mutation()
  giveUpOutgoing(@CurrentActor() actor: Actor, @Args('input') input: OutgoingChoiceInput) {
    return this.giveUp.run(actor, input);
  }
}
