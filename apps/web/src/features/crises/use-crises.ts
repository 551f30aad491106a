import { useQuery } from '@apollo/client/react';
import { CrisesList } from './crises.query.ts';
import { useTold } from './use-told.ts';

/** All that run and ran, followed from the reading. */
export function useCrises() {
  const { data, error, loading, refetch } = useQuery(CrisesList, { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const position = data && !loading && !error ? data.position : undefined;
  const reread = useTold({ key: 'all', position, error, refetch });
  return { crises: data?.crises, failed: error !== undefined && !data, reread };
}

export type Listed = NonNullable<ReturnType<typeof useCrises>['crises']>[number];
