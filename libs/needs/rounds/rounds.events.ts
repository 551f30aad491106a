import { defineEvent } from '#libs/platform';

export interface RoundMoved {
  v: 1;
  roundId: string;
  organizationId: string;
}

/** It was opened, went on, or is over: nobody on it is in it. */
export const RoundChangedEvent = defineEvent<RoundMoved>('round-changed', ({ organizationId }, actor) =>
  actor.may('person:call-round', { organizationId, territories: [] }),
);
