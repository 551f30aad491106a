import { defineEvent, type Logged } from '#libs/platform';

/** Codes alone: nothing of who called. */
export interface ContactFact {
  v: 1;
  contactId: string;
  crisisId: string | null;
  exercise: boolean;
  needs: readonly { needId: string; kind: string; outcome: string; reason: string | null; references: readonly string[] }[];
}

export const ContactRecordedEvent = defineEvent<ContactFact>('contact-recorded', (_, actor) => actor.may('need:record'));

export type ContactEvent = Logged<ContactFact>;
