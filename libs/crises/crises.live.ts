import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Topic } from '#libs/platform';
import {
  AreaLeadSetEvent,
  CrisisAreaAddedEvent,
  type CrisisEvent,
  type CrisisFact,
  CrisisFreshnessSetEvent,
  CrisisMattersSetEvent,
  CrisisOpenedEvent,
  CrisisPhaseChangedEvent,
  InstructionSetEvent,
  InstructionWithdrawnEvent,
  LocalEmergencyDeclaredEvent,
  LocalEmergencyEndedEvent,
  MissionSetEvent,
} from './crises.events.ts';
import { may } from './crises.policies.ts';

const kinds = [
  CrisisOpenedEvent,
  CrisisPhaseChangedEvent,
  CrisisFreshnessSetEvent,
  LocalEmergencyDeclaredEvent,
  LocalEmergencyEndedEvent,
  MissionSetEvent,
  InstructionSetEvent,
  InstructionWithdrawnEvent,
  CrisisAreaAddedEvent,
  AreaLeadSetEvent,
  CrisisMattersSetEvent,
];

/** Who is told what happens to a crisis: of an exercise, those who take part. */
@LiveTopic('crisisChanged')
@Injectable()
export class CrisisChanged implements Topic<CrisisFact> {
  readonly kinds = kinds as unknown as Topic<CrisisFact>['kinds']; // each payload is a narrower one

  passes({ payload }: CrisisEvent, _: object, scope: Actor): boolean {
    return may(scope).see(payload);
  }

  say({ position, occurredAt, kind, payload }: CrisisEvent) {
    const { crisisId, phase, before } = payload;
    return { position, occurredAt, kind, crisisId, phase, previousPhase: kind === CrisisOpenedEvent.kind ? null : (before ?? phase) };
  }
}
