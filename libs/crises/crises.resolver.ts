import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type {
  AddCrisisAreaInput,
  ChangeCrisisPhaseInput,
  DeclareLocalEmergencyInput,
  EndLocalEmergencyInput,
  OpenCrisisInput,
  QueryCrisesArgs,
  QueryCrisisArgs,
  SetAreaLeadInput,
  SetCrisisMattersInput,
  SetFreshnessInput,
  SetInstructionInput,
  SetMissionInput,
  WithdrawInstructionInput,
} from '#libs/schema';
import { AddCrisisArea } from './add-crisis-area.command.ts';
import { ChangeCrisisPhase } from './change-crisis-phase.command.ts';
import { Crises } from './crises.query.ts';
import { DeclareLocalEmergency } from './declare-local-emergency.command.ts';
import { EndLocalEmergency } from './end-local-emergency.command.ts';
import { OpenCrisis } from './open-crisis.command.ts';
import { SetAreaLead } from './set-area-lead.command.ts';
import { SetCrisisMatters } from './set-crisis-matters.command.ts';
import { SetFreshness } from './set-freshness.command.ts';
import { SetInstruction } from './set-instruction.command.ts';
import { SetMission } from './set-mission.command.ts';
import { WithdrawInstruction } from './withdraw-instruction.command.ts';

@Resolver()
export class CrisesResolver {
  constructor(
    @Inject(Crises) private readonly read: Crises,
    @Inject(OpenCrisis) private readonly open: OpenCrisis,
    @Inject(ChangeCrisisPhase) private readonly changePhase: ChangeCrisisPhase,
    @Inject(AddCrisisArea) private readonly addArea: AddCrisisArea,
    @Inject(SetAreaLead) private readonly lead: SetAreaLead,
    @Inject(SetCrisisMatters) private readonly matters: SetCrisisMatters,
    @Inject(SetFreshness) private readonly freshness: SetFreshness,
    @Inject(DeclareLocalEmergency) private readonly declare: DeclareLocalEmergency,
    @Inject(EndLocalEmergency) private readonly end: EndLocalEmergency,
    @Inject(SetMission) private readonly mission: SetMission,
    @Inject(SetInstruction) private readonly instruction: SetInstruction,
    @Inject(WithdrawInstruction) private readonly withdraw: WithdrawInstruction,
  ) {}

  @Query()
  crises(@CurrentActor() actor: Actor, @Args() { phase }: QueryCrisesArgs) {
    return this.read.all(actor, phase);
  }

  @Query()
  crisis(@CurrentActor() actor: Actor, @Args() { id }: QueryCrisisArgs) {
    return this.read.one(actor, id);
  }

  @Mutation()
  openCrisis(@CurrentActor() actor: Actor, @Args('input') input: OpenCrisisInput) {
    return this.open.run(actor, input);
  }

  @Mutation()
  changeCrisisPhase(@CurrentActor() actor: Actor, @Args('input') input: ChangeCrisisPhaseInput) {
    return this.changePhase.run(actor, input);
  }

  @Mutation()
  addCrisisArea(@CurrentActor() actor: Actor, @Args('input') input: AddCrisisAreaInput) {
    return this.addArea.run(actor, input);
  }

  @Mutation()
  setAreaLead(@CurrentActor() actor: Actor, @Args('input') input: SetAreaLeadInput) {
    return this.lead.run(actor, input);
  }

  @Mutation()
  setCrisisMatters(@CurrentActor() actor: Actor, @Args('input') input: SetCrisisMattersInput) {
    return this.matters.run(actor, input);
  }

  @Mutation()
  setFreshness(@CurrentActor() actor: Actor, @Args('input') input: SetFreshnessInput) {
    return this.freshness.run(actor, input);
  }

  @Mutation()
  declareLocalEmergency(@CurrentActor() actor: Actor, @Args('input') input: DeclareLocalEmergencyInput) {
    return this.declare.run(actor, input);
  }

  @Mutation()
  endLocalEmergency(@CurrentActor() actor: Actor, @Args('input') input: EndLocalEmergencyInput) {
    return this.end.run(actor, input);
  }

  @Mutation()
  setMission(@CurrentActor() actor: Actor, @Args('input') input: SetMissionInput) {
    return this.mission.run(actor, input);
  }

  @Mutation()
  setInstruction(@CurrentActor() actor: Actor, @Args('input') input: SetInstructionInput) {
    return this.instruction.run(actor, input);
  }

  @Mutation()
  withdrawInstruction(@CurrentActor() actor: Actor, @Args('input') input: WithdrawInstructionInput) {
    return this.withdraw.run(actor, input);
  }
}

/** What a command did is told by its crisis, as it stands now. */
class OfOneCrisis {
  constructor(@Inject(Crises) private readonly read: Crises) {}

  @ResolveField()
  crisis(@CurrentActor() actor: Actor, @Parent() { crisisId }: { crisisId: string }) {
    return this.read.one(actor, crisisId);
  }
}

@Resolver('CrisisOpened')
class CrisisOpenedResolver extends OfOneCrisis {}

@Resolver('CrisisPhaseChanged')
class CrisisPhaseChangedResolver extends OfOneCrisis {}

@Resolver('CrisisAreaAdded')
class CrisisAreaAddedResolver extends OfOneCrisis {}

@Resolver('AreaLeadSet')
class AreaLeadSetResolver extends OfOneCrisis {}

@Resolver('CrisisMattersSet')
class CrisisMattersSetResolver extends OfOneCrisis {}

@Resolver('FreshnessSet')
class FreshnessSetResolver extends OfOneCrisis {}

@Resolver('LocalEmergencyDeclared')
class LocalEmergencyDeclaredResolver extends OfOneCrisis {}

@Resolver('LocalEmergencyEnded')
class LocalEmergencyEndedResolver extends OfOneCrisis {}

@Resolver('MissionSet')
class MissionSetResolver extends OfOneCrisis {}

@Resolver('InstructionSet')
class InstructionSetResolver extends OfOneCrisis {}

@Resolver('InstructionWithdrawn')
class InstructionWithdrawnResolver extends OfOneCrisis {}

@Resolver('CrisisChange')
class CrisisChangeResolver extends OfOneCrisis {}

export const crisesResolvers = [
  CrisesResolver,
  AreaLeadSetResolver,
  CrisisAreaAddedResolver,
  CrisisMattersSetResolver,
  CrisisChangeResolver,
  CrisisOpenedResolver,
  CrisisPhaseChangedResolver,
  FreshnessSetResolver,
  InstructionSetResolver,
  InstructionWithdrawnResolver,
  LocalEmergencyDeclaredResolver,
  LocalEmergencyEndedResolver,
  MissionSetResolver,
];
