import type { Actor } from '#libs/kernel';

/** `if (!may(actor).see(crisis)) throw …` */
export const may = (actor: Actor) => ({
  see: ({ exercise }: { readonly exercise: boolean }) => actor.may('crisis:read') && (!exercise || actor.may('crisis:read-exercise')),
  seeExercises: () => actor.may('crisis:read-exercise'),
  /** An area, by the territory that it is and those that it lies in. */
  govern: (territories: readonly string[]) => actor.may('crisis:change', { organizationId: '', territories }),
  openIn: (territories: readonly string[]) => actor.may('crisis:open', { organizationId: '', territories }),
  /** Why a phase was changed is said to those who are signed in. */
  seeReasons: () => actor.accountId !== undefined,
});
