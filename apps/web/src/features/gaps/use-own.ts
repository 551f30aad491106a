import { useMemo } from 'react';
import { useSession } from '../../hub/session.ts';

/** The organizations that one may answer and commit for. */
export function useOwn() {
  const { me, may } = useSession();
  const speaks = may('gap:commit');
  return useMemo(() => (speaks && me ? me.memberships.map(({ organization }) => organization) : []), [me, speaks]);
}
