import { connection } from '../hub/connection.ts';

/** A confirmation is of what was seen: of what had come by the instant that the screen is known to be true for. */
export const seenAt = (): string | undefined => {
  const trueAt = connection.trueAt();
  return trueAt === null ? undefined : new Date(trueAt).toISOString();
};
