import type { Actor } from '#libs/kernel';

/** `if (!may(actor).see(crisis)) throw …` */
export const may = (actor: Actor) => ({
  see: ({ exercise }: { readonly exercise: boolean }) => actor.may('crisis:read') && (!exercise || actor.may('crisis:read-exercise')),
  seeExercises: () => actor.may('crisis:read-exercise'),
  /** Why a phase was changed is said to those who are signed in. */
  seeReasons: () => actor.accountId !== undefined,
});
