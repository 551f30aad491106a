import type { Actor, Placed } from '#libs/kernel';

const everywhere = (organizationId: string): Placed => ({ organizationId, territories: [] });

/** `if (!may(actor).seeGap(gap)) throw …` */
export const may = (actor: Actor) => ({
  seeGap: ({ exercise }: { readonly exercise: boolean }) => actor.may('gap:read') && (!exercise || actor.may('crisis:read-exercise')),
  seeExercises: () => actor.may('crisis:read-exercise'),
  /** A gap, by its territory and those that it lies in. */
  changeGap: (line: readonly string[]) => actor.may('gap:change', { organizationId: '', territories: line }),
  speakFor: (organizationId: string) => actor.may('gap:commit', everywhere(organizationId)),
  /** Counsellors are named to each other; to others they are a post. */
  readNamesOfTheCentre: () => actor.may('need:record'),
});

/** By which role, and in which organization, the actor does so: the first that may. */
export function roleOf(actor: Actor, permission: string, row?: Placed): { role: string | null; organizationId: string | null } {
  const role = row ? actor.rolesFor(permission, row)[0] : undefined;
  const grant = actor.grants.find(each => each.permission === permission && (role === undefined || each.role === role));
  return { role: grant?.role ?? null, organizationId: grant?.organizationId ?? null };
}
