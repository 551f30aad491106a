import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { EndLineInput, SetLineExceptionInput, SetLineInput, TellLineInput } from '#libs/schema';
import { type LineRow, Lines } from './lines.query.ts';
import { SetLineException } from './set-line-exception.command.ts';
import { SetLine } from './set-line.command.ts';
import { TellLine } from './tell-line.command.ts';

@Resolver()
class LinesResolver {
  constructor(
    @Inject(Lines) private readonly read: Lines,
    @Inject(TellLine) private readonly tell: TellLine,
    @Inject(SetLine) private readonly set: SetLine,
    @Inject(SetLineException) private readonly exception: SetLineException,
  ) {}

  @Query()
  lines() {
    return this.read.all();
  }

  @Query()
  line(@Args('code') code: string) {
    return this.read.one(code);
  }

  @Mutation()
  tellLine(@CurrentActor() actor: Actor, @Args('input') input: TellLineInput) {
    return this.tell.run(actor, input);
  }

  @Mutation()
  setLine(@CurrentActor() actor: Actor, @Args('input') input: SetLineInput) {
    return this.set.run(actor, input);
  }

  @Mutation()
  endLine(@CurrentActor() actor: Actor, @Args('input') input: EndLineInput) {
    return this.set.end(actor, input);
  }

  @Mutation()
  setLineException(@CurrentActor() actor: Actor, @Args('input') input: SetLineExceptionInput) {
    return this.exception.run(actor, input);
  }
}

@Resolver('Line')
class LineResolver {
  constructor(@Inject(OrganizationById) private readonly organizations: OrganizationById) {}

  @ResolveField()
  owner(@Parent() { ownerId }: LineRow) {
    return ownerId ? this.organizations.load(ownerId) : null;
  }

  @ResolveField()
  toldBy(@CurrentActor() actor: Actor, @Parent() { toldBy }: LineRow) {
    return actor.may('line:tell') ? toldBy : null;
  }
}

/** What was done is told by its line, as it stands now. */
class OfOneLine {
  constructor(@Inject(Lines) private readonly read: Lines) {}

  @ResolveField()
  line(@Parent() { lineCode }: { lineCode: string }) {
    return this.read.one(lineCode);
  }
}

@Resolver('LineTold')
class LineToldResolver extends OfOneLine {}

@Resolver('LineSet')
class LineSetResolver extends OfOneLine {}

@Resolver('LineChange')
class LineChangeResolver extends OfOneLine {}

export const lineDoors = [LinesResolver, LineResolver, LineToldResolver, LineSetResolver, LineChangeResolver];
