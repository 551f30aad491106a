import { idFrom, UserInputError } from '#libs/kernel';

/** Where a page of a list ended: what it is ordered by, and the id. */
export function cursorFrom(cursor: string): [key: string, id: string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (typeof key === 'string' && !key.includes('\0') && known) return [key, known];
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}

/** The same of a list by instant. */
export function instantCursorFrom(cursor: string): [at: Date, id: string] {
  const [key, id] = cursorFrom(cursor);
  const at = new Date(key);
  if (Number.isNaN(+at)) throw new UserInputError('This is not a cursor of this list.');
  return [at, id];
}
