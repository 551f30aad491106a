import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type * as Given from '#libs/schema';
import { ClaimNextRoundEntry } from './claim-next-round-entry.command.ts';
import { EndRound } from './end-round.ts';
import { ImportRoundEntries } from './import-round-entries.command.ts';
import { OpenRound } from './open-round.command.ts';
import { RecordRoundResult } from './record-round-result.command.ts';
import { RoundPerson } from './round-person.query.ts';
import { type RoundRow, Rounds } from './rounds.query.ts';

@Resolver()
export class RoundsResolver {
  constructor(
    @Inject(Rounds) private readonly read: Rounds,
    @Inject(RoundPerson) private readonly person: RoundPerson,
  ) {}

  @Query()
  rounds(@CurrentActor() actor: Actor, @Args('closed') closed: boolean) {
    return this.read.all(actor, closed);
  }

  @Query()
  round(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.read.one(actor, id);
  }

  @Query()
  roundEntries(@CurrentActor() actor: Actor, @Args() args: Given.QueryRoundEntriesArgs) {
    return this.read.entries(actor, args);
  }

  @Query()
  myRoundEntry(@CurrentActor() actor: Actor, @Args('roundId') roundId: string) {
    return this.read.mine(actor, roundId);
  }

  @Query()
  roundPerson(@CurrentActor() actor: Actor, @Args('entryId') entryId: string) {
    return this.person.one(actor, entryId);
  }
}

@Resolver()
export class RoundActsResolver {
  constructor(
    @Inject(OpenRound) private readonly opening: OpenRound,
    @Inject(ImportRoundEntries) private readonly importing: ImportRoundEntries,
    @Inject(ClaimNextRoundEntry) private readonly claiming: ClaimNextRoundEntry,
    @Inject(RecordRoundResult) private readonly recording: RecordRoundResult,
    @Inject(EndRound) private readonly ending: EndRound,
  ) {}

  @Mutation()
  openRound(@CurrentActor() actor: Actor, @Args('input') input: Given.OpenRoundInput) {
    return this.opening.run(actor, input);
  }

  @Mutation()
  importRoundEntries(@CurrentActor() actor: Actor, @Args('input') input: Given.ImportRoundEntriesInput) {
    return this.importing.run(actor, input);
  }

  @Mutation()
  claimNextRoundEntry(@CurrentActor() actor: Actor, @Args('input') input: Given.ClaimNextRoundEntryInput) {
    return this.claiming.run(actor, input);
  }

  @Mutation()
  recordRoundResult(@CurrentActor() actor: Actor, @Args('input') input: Given.RecordRoundResultInput) {
    return this.recording.run(actor, input);
  }

  @Mutation()
  closeRound(@CurrentActor() actor: Actor, @Args('input') input: Given.CloseRoundInput) {
    return this.ending.run(actor, input);
  }
}

@Resolver('Round')
export class RoundResolver {
  constructor(@Inject(OrganizationById) private readonly organizations: OrganizationById) {}

  @ResolveField()
  givenBy(@Parent() { giverId }: RoundRow) {
    return this.organizations.load(giverId);
  }
}

type OfRound = { roundId: string; entryId: string | null };

class WithRound {
  constructor(@Inject(Rounds) protected readonly read: Rounds) {}

  @ResolveField()
  round(@CurrentActor() actor: Actor, @Parent() { roundId }: OfRound) {
    return this.read.one(actor, roundId);
  }
}

class WithEntry extends WithRound {
  @ResolveField()
  entry(@CurrentActor() actor: Actor, @Parent() { entryId }: OfRound) {
    return this.read.entry(actor, entryId);
  }
}

@Resolver('RoundChanged')
class RoundChangedResolver extends WithRound {}

@Resolver('RoundEntriesImported')
class RoundEntriesImportedResolver extends WithRound {}

@Resolver('RoundEntryClaimed')
class RoundEntryClaimedResolver extends WithEntry {}

@Resolver('RoundResultRecorded')
class RoundResultRecordedResolver extends WithEntry {}

export const roundDoors = [
  ...[RoundsResolver, RoundActsResolver, RoundResolver, RoundChangedResolver],
  ...[RoundEntriesImportedResolver, RoundEntryClaimedResolver, RoundResultRecordedResolver],
];
