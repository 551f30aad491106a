import { e164 } from '#libs/platform';
import { InvalidPerson } from './persons.refusals.ts';

/** Null where nothing is said. */
export function said(field: string, given: string | null | undefined, limit: number): string | null {
  const text = given?.trim() || null;
  if (text && [...text].length > limit) throw new InvalidPerson('PERSON_TEXT_TOO_LONG', field, { limit });
  return text;
}

export function needed(field: string, given: string | null | undefined, limit: number): string {
  const text = said(field, given, limit);
  if (!text) throw new InvalidPerson('PERSON_TEXT_MISSING', field);
  return text;
}

export function number(field: string, given: string): string {
  const written = e164(given);
  if (!written) throw new InvalidPerson('PERSON_NUMBER_NOT_VALID', field);
  return written;
}

/** A moment to come, not farther than so many days. */
export function toCome(field: string, given: Date, now: Date, days: number): Date {
  if (+given <= +now) throw new InvalidPerson('PERSON_DAY_PASSED', field);
  if (+given - +now > days * 86_400_000) throw new InvalidPerson('PERSON_DAY_TOO_FAR', field, { days });
  return given;
}
