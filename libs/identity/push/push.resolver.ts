import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor, PushKeys } from '#libs/platform';
import type { SubscribeToPushInput } from '#libs/schema';
import { SubscribeToPush } from './subscribe-to-push.command.ts';
import { UnsubscribeFromPush } from './unsubscribe-from-push.command.ts';

@Resolver()
export class PushResolver {
  constructor(
    @Inject(PushKeys) private readonly keys: PushKeys,
    @Inject(SubscribeToPush) private readonly subscribe: SubscribeToPush,
    @Inject(UnsubscribeFromPush) private readonly unsubscribe: UnsubscribeFromPush,
  ) {}

  @Query()
  async pushKey() {
    return (await this.keys.pair()).publicKey;
  }

  @Mutation()
  subscribeToPush(@CurrentActor() actor: Actor, @Args('input') input: SubscribeToPushInput) {
    return this.subscribe.run(actor, input);
  }

  @Mutation()
  unsubscribeFromPush(@CurrentActor() actor: Actor, @Args('endpoint') endpoint: string) {
    return this.unsubscribe.run(actor, endpoint);
  }
}
