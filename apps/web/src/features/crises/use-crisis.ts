import { useQuery } from '@apollo/client/react';
import { useMarked } from '../../ui/use-marked.ts';
import { CrisisPage } from './crises.query.ts';
import { useTold } from './use-told.ts';

/** The event as it was read, followed from there. */
export function useCrisis(id: string) {
  const { data, error, loading, refetch } = useQuery(CrisisPage, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [told, mark] = useMarked();
  const position = data && !loading && !error ? data.position : undefined;
  const reread = useTold({ key: id, position, error, refetch, onTold: mark });
  return {
    crisis: data?.crisis,
    situation: data?.situation,
    known: data !== undefined,
    failed: error !== undefined && !data,
    justChanged: told.has(id),
    reread,
  };
}

export type Crisis = NonNullable<ReturnType<typeof useCrisis>['crisis']>;
export type Area = Crisis['areas'][number];
