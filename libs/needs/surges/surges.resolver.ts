import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryByCode } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { ExplainSurgeInput, QuerySurgesArgs } from '#libs/schema';
import { ExplainSurge } from './explain-surge.command.ts';
import { type SurgeRow, Surges } from './surges.query.ts';

@Resolver('Surge')
export class SurgesResolver {
  constructor(
    @Inject(Surges) private readonly read: Surges,
    @Inject(ExplainSurge) private readonly explain: ExplainSurge,
    @Inject(TerritoryByCode) private readonly territories: TerritoryByCode,
  ) {}

  @Query()
  surges(@Args() args: QuerySurgesArgs) {
    return this.read.at(args);
  }

  @Mutation()
  explainSurge(@CurrentActor() actor: Actor, @Args('input') input: ExplainSurgeInput) {
    return this.explain.run(actor, input);
  }

  @ResolveField()
  territory(@Parent() { territoryCode }: SurgeRow) {
    return this.territories.load(territoryCode);
  }
}

export const surgeParts = [ExplainSurge, Surges, SurgesResolver];
