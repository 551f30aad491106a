import { Inject } from '@nestjs/common';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { QueryPlacesArgs, QueryServiceArgs, QueryServicesArgs, QuerySuggestionsArgs } from '#libs/schema';
import { fieldsAsked } from './fields-asked.ts';
import { Places } from './places.query.ts';
import { Services } from './services.query.ts';
import { Suggestions } from './suggestions.query.ts';

@Resolver()
export class FinderResolver {
  constructor(
    @Inject(Services) private readonly find: Services,
    @Inject(Places) private readonly where: Places,
    @Inject(Suggestions) private readonly what: Suggestions,
  ) {}

  @Query()
  services(@CurrentActor() actor: Actor, @Args() args: QueryServicesArgs, @Info() info: GraphQLResolveInfo) {
    const fields = fieldsAsked(info);
    const wanted = { total: fields.has('totalCount'), facets: fields.has('facets'), node: fieldsAsked(info, 'edges', 'node') };
    return this.find.page(actor, args, wanted);
  }

  @Query()
  service(@CurrentActor() actor: Actor, @Args() { id }: QueryServiceArgs, @Info() info: GraphQLResolveInfo) {
    return this.find.one(actor, id, fieldsAsked(info));
  }

  @Query()
  places(@CurrentActor() actor: Actor, @Args() { text, first }: QueryPlacesArgs) {
    return this.where.like(actor, text, first ?? 8);
  }

  @Query()
  suggestions(@CurrentActor() actor: Actor, @Args() { text, first }: QuerySuggestionsArgs) {
    return this.what.like(actor, text, first ?? 8);
  }
}
