import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { ServiceFilter } from '../../hub/gql/graphql.ts';
import { useApart } from '../../ui/use-apart.ts';
import { LiveList, LiveListAnew } from './live-list.query.ts';

/** So many rows are read again at once. */
const MOST = 200;

/**
 * What one service's news does not say: the figures beside the list, and what its rows say where limits changed. Read quietly, rows stay
 * where they are; whether they would stand in another order is told.
 */
export function useAnew(filter: ServiceFilter, shown: readonly { id: string }[]): { soon: () => void; moved: boolean } {
  const client = useApolloClient();
  const [outOfOrder, know] = useState<readonly { id: string }[]>();
  const soon = useApart(async () => {
    const first = Math.min(MOST, Math.max(1, shown.length));
    const asked = client.query({ query: LiveListAnew, variables: { filter, first }, fetchPolicy: 'network-only' });
    const read = (await asked.catch(() => undefined))?.data?.anew; // without a line the screen says so by itself
    if (!read) return;
    client.cache.updateQuery(
      { query: LiveList, variables: { filter } },
      data => data && { ...data, services: { ...data.services, facets: read.facets } },
    );
    know(read.edges.some(({ node }, n) => node.id !== shown[n]?.id) ? shown : undefined);
  });
  return {
    soon,
    moved: outOfOrder !== undefined && outOfOrder.length === shown.length && outOfOrder.every(({ id }, n) => id === shown[n]!.id),
  };
}
