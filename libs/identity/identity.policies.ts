import type { Actor, Placed } from '#libs/kernel';

/** `if (!may(actor).endMembership(it)) throw …` */
export const may = (actor: Actor) => ({
  manageDisplay: ({ organizationId }: Pick<Placed, 'organizationId'>) => actor.may('display:manage', { organizationId, territories: [] }),
  inviteTo: ({ organizationId }: Pick<Placed, 'organizationId'>) => actor.may('membership:invite', { organizationId, territories: [] }),
  endMembership: (membership: Placed) => actor.may('membership:end', membership),
});
