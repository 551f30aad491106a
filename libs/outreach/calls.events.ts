import { defineEvent } from '#libs/platform';

export interface CallMoved {
  v: 1;
  callId: string;
  organizationId: string;
}

/** A call was claimed, let go or ended. */
export const CallChangedEvent = defineEvent<CallMoved>('call-changed', (_, actor) => actor.may('call:make'));
