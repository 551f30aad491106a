import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import { DemonstrationHere } from './demonstration-here.query.ts';
import { ReloadDemonstration } from './reload-demonstration.command.ts';

@Resolver()
export class DemonstrationResolver {
  constructor(
    @Inject(DemonstrationHere) private readonly here: DemonstrationHere,
    @Inject(ReloadDemonstration) private readonly reload: ReloadDemonstration,
  ) {}

  @Query()
  demonstration(@CurrentActor() actor: Actor) {
    return this.here.of(actor);
  }

  @Mutation()
  reloadDemonstration(@CurrentActor() actor: Actor) {
    return this.reload.run(actor);
  }
}
