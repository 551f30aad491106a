import { ContactById } from './contact-by-id.loader.ts';
import { ContactDrafts } from './contact-drafts.ts';
import { ContactGiven } from './contact-given.ts';
import { Contacts } from './contacts.query.ts';
import { ContactRecordedResolver, ContactsResolver, NeedResolver } from './contacts.resolver.ts';
import { ForgetNotes } from './forget-notes.ts';
import { NeedKinds } from './need-kinds.query.ts';
import { RecordContact } from './record-contact.command.ts';
import { Territories } from './territories.ts';

/** What recording a call is made of, for the room. */
export const contactParts = [
  ...[ContactById, ContactDrafts, ContactGiven, Contacts, ForgetNotes, NeedKinds, RecordContact, Territories],
  ...[ContactRecordedResolver, ContactsResolver, NeedResolver],
];
