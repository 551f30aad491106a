import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type {
  AnswerCallUpByLinkInput,
  AnswerCallUpInput,
  CallUpRosterInput,
  EndCallUpInput,
  EndRosterEntryInput,
  QueryCallUpsArgs,
  SetRosterEntryInput,
} from '#libs/schema';
import { Lines } from '../lines.query.ts';
import { AnswerCallUp } from './answer-call-up.command.ts';
import { CallUpRoster } from './call-up-roster.command.ts';
import { CallUpMail } from './call-up.mail.ts';
import { CallUpChanged } from './roster.live.ts';
import { Roster } from './roster.query.ts';
import { SetRosterEntry } from './set-roster-entry.command.ts';

@Resolver()
class RosterResolver {
  constructor(
    @Inject(Roster) private readonly read: Roster,
    @Inject(SetRosterEntry) private readonly set: SetRosterEntry,
    @Inject(CallUpRoster) private readonly call: CallUpRoster,
    @Inject(AnswerCallUp) private readonly answering: AnswerCallUp,
  ) {}

  @Query()
  roster() {
    return this.read.entries();
  }

  @Query()
  callUps(@Args() args: QueryCallUpsArgs) {
    return this.read.callUps(args);
  }

  @Query()
  callUp(@Args('id') id: string) {
    return this.read.callUp(id);
  }

  @Query()
  myCallUps(@CurrentActor() actor: Actor) {
    return this.read.mine(actor);
  }

  @Query()
  async callUpByLink(@CurrentRequest() { address }: RequestContext, @Args('token') token: string) {
    const calledId = await this.answering.calledBy(token, address);
    return calledId ? this.read.called(calledId) : null;
  }

  @Mutation()
  setRosterEntry(@CurrentActor() actor: Actor, @Args('input') input: SetRosterEntryInput) {
    return this.set.run(actor, input);
  }

  @Mutation()
  endRosterEntry(@CurrentActor() actor: Actor, @Args('input') input: EndRosterEntryInput) {
    return this.set.end(actor, input);
  }

  @Mutation()
  callUpRoster(@CurrentActor() actor: Actor, @Args('input') input: CallUpRosterInput) {
    return this.call.run(actor, input);
  }

  @Mutation()
  endCallUp(@CurrentActor() actor: Actor, @Args('input') input: EndCallUpInput) {
    return this.answering.end(actor, input);
  }

  @Mutation()
  answerCallUp(@CurrentActor() actor: Actor, @Args('input') input: AnswerCallUpInput) {
    return this.answering.run(actor, input);
  }

  @Mutation()
  answerCallUpByLink(@CurrentRequest() { address }: RequestContext, @Args('input') input: AnswerCallUpByLinkInput) {
    return this.answering.byLink(address, input);
  }
}

class OnALine {
  constructor(@Inject(Lines) private readonly lines: Lines) {}

  @ResolveField()
  line(@Parent() { lineCode }: { lineCode: string }) {
    return this.lines.one(lineCode);
  }
}

@Resolver('CallUp')
class CallUpResolver extends OnALine {}

@Resolver('MyCallUp')
class MyCallUpResolver extends OnALine {}

class OfOneCallUp {
  constructor(@Inject(Roster) private readonly read: Roster) {}

  @ResolveField()
  callUp(@Parent() { callUpId }: { callUpId: string }) {
    return this.read.callUp(callUpId);
  }
}

@Resolver('RosterCalledUp')
class RosterCalledUpResolver extends OfOneCallUp {}

@Resolver('CallUpEnded')
class CallUpEndedResolver extends OfOneCallUp {}

@Resolver('CallUpChange')
class CallUpChangeResolver extends OfOneCallUp {}

@Resolver('CallUpAnswered')
class CallUpAnsweredResolver {
  constructor(@Inject(Roster) private readonly read: Roster) {}

  @ResolveField()
  callUp(@Parent() { calledId }: { calledId: string }) {
    return this.read.called(calledId);
  }
}

@Resolver('RosterEntrySet')
class RosterEntrySetResolver {
  constructor(@Inject(Roster) private readonly read: Roster) {}

  @ResolveField()
  entry(@Parent() { entryId }: { entryId: string }) {
    return this.read.entry(entryId);
  }
}

export const rosterParts = [AnswerCallUp, CallUpChanged, CallUpMail, CallUpRoster, Roster, SetRosterEntry];
export const rosterDoors = [
  ...[RosterResolver, CallUpResolver, MyCallUpResolver, RosterCalledUpResolver, CallUpEndedResolver],
  ...[CallUpChangeResolver, CallUpAnsweredResolver, RosterEntrySetResolver],
];
