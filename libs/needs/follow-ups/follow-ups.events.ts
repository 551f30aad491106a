import { defineEvent } from '#libs/platform';

export interface FollowUpMoved {
  v: 1;
  followUpId: string;
  organizationId: string;
}

/** It was promised, taken, tried, done or forgotten: nobody is in it. */
export const FollowUpChangedEvent = defineEvent<FollowUpMoved>('follow-up-changed', ({ organizationId }, actor) =>
  actor.may('person:follow-up', { organizationId, territories: [] }),
);
