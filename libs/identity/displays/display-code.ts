import { randomInt } from 'node:crypto';

/** No vowel, so no word; nothing that is mistaken for another across a room (RFC 8628 §6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** 34 bits that live for a quarter of an hour: `BCDF-GHJK`. */
export const newCode = (): string => Array.from({ length: 8 }, (_, at) => (at === 4 ? '-' : '') + LETTERS[randomInt(20)]).join('');

/** As it was made, however it was typed; null for what cannot be one. */
export function codeFrom(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}
