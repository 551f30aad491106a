import type { Actor, Placed } from '#libs/kernel';

/** `if (!may(actor).endMembership(it)) throw …` */
export const may = (actor: Actor) => ({
  endMembership: (membership: Placed) => actor.may('membership:end', membership),
});
