import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { useReread } from '../../hub/use-reread.ts';
import { now } from '../../ui/pulse.ts';
import { useMarked } from '../../ui/use-marked.ts';
import { ServicePage, ServicePageChanged } from './service-page.query.ts';

/** The service as it was read, followed from there. */
export function useService(id: string) {
  const { data, error, loading, refetch } = useQuery(ServicePage, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const kept = useQuery(ServicePage, { variables: { id }, fetchPolicy: 'cache-only' }); // what this device holds, also after an error
  const known = data ?? (kept.dataState === 'complete' ? kept.data : undefined);
  const [readAt, setReadAt] = useState<{ id: string; position: string; at: number }>();
  const wasRead = (position: string) => setReadAt({ id, position, at: now() });
  useEffect(() => {
    if (data && !loading && !error && readAt?.id !== id) wasRead(data.position);
  }, [data, loading, error, id]);
  const reread = () =>
    void refetch().then(
      read => read.data && wasRead(read.data.position),
      () => undefined, // `error` says it
    );
  useReread(error !== undefined, reread);

  const [changed, mark] = useMarked();
  useFollow({
    query: ServicePageChanged,
    after: readAt?.id === id ? readAt.position : undefined,
    readAt: readAt?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: { filter: { services: [id] } },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews: ({ serviceStatusChanged }) => (mark(serviceStatusChanged.service.id), reread()), // its places too
    onExpired: reread,
  });
  useTurn(known?.service ?? undefined);
  return {
    service: known?.service,
    known: known !== undefined,
    failed: error !== undefined && !known,
    justChanged: changed.has(id),
    reread,
  };
}

export type PageService = NonNullable<NonNullable<ReturnType<typeof useService>['service']>>;
