import type { Actor } from '#libs/kernel';

export const may = (actor: Actor) => ({
  managePosterOf: (organizationId: string) => actor.may('poster:manage', { organizationId, territories: [] }),
});
