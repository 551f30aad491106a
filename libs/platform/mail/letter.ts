import type { Language } from '#libs/kernel';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: Language;
  /** An https address that a POST to is enough to be written to no more. */
  unsubscribe?: string;
  replyTo?: string;
}
