import { Inject } from '@nestjs/common';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { QueryMapServicesArgs, QuerySilenceArgs, QuerySituationArgs, QueryTimelineArgs, QueryToReachArgs } from '#libs/schema';
import { fieldsAsked } from './fields-asked.ts';
import { SituationBoard } from './situation.query.ts';

@Resolver()
export class SituationResolver {
  constructor(@Inject(SituationBoard) private readonly board: SituationBoard) {}

  @Query()
  situation(@CurrentActor() actor: Actor, @Args() args: QuerySituationArgs, @Info() info: GraphQLResolveInfo) {
    return this.board.situation(actor, args, new Set([...fieldsAsked(info), ...fieldsAsked(info, 'counts')]));
  }

  @Query()
  mapServices(@CurrentActor() actor: Actor, @Args() { filter }: QueryMapServicesArgs) {
    return this.board.map(actor, filter);
  }

  @Query()
  toReach(@CurrentActor() actor: Actor, @Args() args: QueryToReachArgs, @Info() info: GraphQLResolveInfo) {
    return this.board.toReach(actor, args, fieldsAsked(info, 'edges', 'node', 'service'));
  }

  @Query()
  silence(@CurrentActor() actor: Actor, @Args() { filter }: QuerySilenceArgs) {
    return this.board.silence(actor, filter);
  }

  @Query()
  timeline(@CurrentActor() actor: Actor, @Args() args: QueryTimelineArgs, @Info() info: GraphQLResolveInfo) {
    return this.board.timeline(actor, args, fieldsAsked(info, 'service'));
  }
}
