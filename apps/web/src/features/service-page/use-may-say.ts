import { useSession } from '../../hub/session.ts';

/** As what the person may speak of a service of that organization: as its own, as 211 that heard it by telephone, or not. The hub asks again. */
export function useMaySay(organizationId: string | undefined): 'own' | 'heard' | null {
  const { me, may } = useSession();
  const at211 = useAt211();
  if (!me || !organizationId || !may('status:report')) return null;
  const own = me.memberships.some(({ organization }) => [organization, ...organization.relayFor].some(({ id }) => id === organizationId));
  if (own) return 'own';
  return at211 ? 'heard' : null;
}

/** Only 211 is told who is silent: whoever is, is not asked to call 211. */
export const useAt211 = (): boolean => useSession().may('silence:read-names');
