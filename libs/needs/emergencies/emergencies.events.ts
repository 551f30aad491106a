import { defineEvent } from '#libs/platform';
import type { EmergencyStepKind } from '#libs/schema';

export interface EmergencyMoved {
  v: 1;
  emergencyId: string;
  organizationId: string;
  step: EmergencyStepKind;
}

/** It was raised, or something was done: neither where nor who is in it. */
export const EmergencyMovedEvent = defineEvent<EmergencyMoved>('emergency-moved', ({ organizationId }, actor) =>
  actor.may('person:read-emergency', { organizationId, territories: [] }),
);
