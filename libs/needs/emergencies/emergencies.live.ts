import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { EmergencyMovedEvent, type EmergencyMoved } from './emergencies.events.ts';

/** Emergencies, to the supervisors of where they were raised. */
@LiveTopic('emergencyRaised')
@Injectable()
export class EmergencyRaisedTopic implements Topic<EmergencyMoved> {
  readonly kinds = [EmergencyMovedEvent];

  passes({ payload }: Logged<EmergencyMoved>, _: object, scope: Actor): boolean {
    return EmergencyMovedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { emergencyId, step } }: Logged<EmergencyMoved>) {
    return { position, occurredAt, emergencyId, step };
  }
}
