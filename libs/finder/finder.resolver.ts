import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { QueryServiceArgs, QueryServicesArgs } from '#libs/schema';
import { Services } from './services.query.ts';

@Resolver()
export class FinderResolver {
  constructor(@Inject(Services) private readonly find: Services) {}

  @Query()
  services(@CurrentActor() actor: Actor, @Args() { filter, first, after }: QueryServicesArgs) {
    return this.find.page(actor, filter, first ?? 50, after);
  }

  @Query()
  service(@CurrentActor() actor: Actor, @Args() { id }: QueryServiceArgs) {
    return this.find.one(actor, id);
  }
}
