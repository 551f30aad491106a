import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { heldServices } from '../../hub/held-services.ts';
import { now } from '../../ui/pulse.ts';
import type { Chosen } from './filter.ts';
import { choose, facetsOf, groupOf, HeldService } from './held.ts';

/** Without a line, what this device has read is chosen among here; null while the hub can be asked. */
export function useHeldList(away: boolean, chosen: Chosen) {
  const { cache } = useApolloClient();
  const key = JSON.stringify(chosen);
  return useMemo(() => {
    if (!away) return null;
    const at = now();
    const held = heldServices(cache, HeldService);
    const services = choose(held, chosen, at).map(service => ({ ...service, match: { group: groupOf(service, at) } }));
    return { services, facets: facetsOf(held, chosen, at), held: held.length };
  }, [away, key, cache]);
}
