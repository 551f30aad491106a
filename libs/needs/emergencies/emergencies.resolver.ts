import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type * as Given from '#libs/schema';
import { EmergencyCaller } from './emergency-caller.query.ts';
import { Emergencies } from './emergencies.query.ts';
import { RaiseEmergency } from './raise-emergency.command.ts';
import { RecordEmergencyStep } from './record-emergency-step.command.ts';

@Resolver()
export class EmergenciesResolver {
  constructor(
    @Inject(Emergencies) private readonly read: Emergencies,
    @Inject(EmergencyCaller) private readonly caller: EmergencyCaller,
    @Inject(RaiseEmergency) private readonly raise: RaiseEmergency,
    @Inject(RecordEmergencyStep) private readonly steps: RecordEmergencyStep,
  ) {}

  @Query()
  emergencies(@CurrentActor() actor: Actor, @Args() { first }: Given.QueryEmergenciesArgs) {
    return this.read.latest(actor, first);
  }

  @Query()
  emergency(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.read.one(actor, id);
  }

  @Query()
  emergencyCaller(@CurrentActor() actor: Actor, @Args('emergencyId') emergencyId: string) {
    return this.caller.one(actor, emergencyId);
  }

  @Mutation()
  raiseEmergency(@CurrentActor() actor: Actor, @Args('input') input: Given.RaiseEmergencyInput) {
    return this.raise.run(actor, input);
  }

  @Mutation()
  tellEmergency(@CurrentActor() actor: Actor, @Args('input') input: Given.TellEmergencyInput) {
    return this.raise.tell(actor, input);
  }

  @Mutation()
  recordEmergencyStep(@CurrentActor() actor: Actor, @Args('input') input: Given.RecordEmergencyStepInput) {
    return this.steps.run(actor, input);
  }
}

@Resolver('EmergencyChanged')
export class EmergencyChangedResolver {
  constructor(@Inject(Emergencies) private readonly read: Emergencies) {}

  @ResolveField()
  emergency(@CurrentActor() actor: Actor, @Parent() { emergencyId }: { emergencyId: string }) {
    return this.read.one(actor, emergencyId);
  }
}
