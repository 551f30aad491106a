import { defineEvent } from '#libs/platform';

export interface CallUpMoved {
  v: 1;
  callUpId: string;
}

/** A call-up was made, answered or ended. */
export const CallUpChangedEvent = defineEvent<CallUpMoved>('call-up-changed', (_, actor) => actor.may('roster:read'));
