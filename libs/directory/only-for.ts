import type { Placed } from '#libs/kernel';
import type { RequestContext } from '#libs/platform';

/**
 * A fact of a confidential record, told to the reader who may know it; the others are told `otherwise`. It is a function, which
 * GraphQL calls with the reader's context: whoever writes the record down elsewhere (JSON, an event, a log) writes nothing.
 */
export function onlyFor<T>(row: Placed, fact: T, otherwise: T): T {
  const told = (_: unknown, { actor }: RequestContext) => (actor.may('service:read-confidential', row) ? fact : otherwise);
  return told as T; // in the place of T: what calls it answers one
}
