import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now } from '../../ui/pulse.ts';
import { useMarked } from '../../ui/use-marked.ts';
import { type Chosen, filterOf } from './filter.ts';
import { LiveList, LiveListChanged } from './live-list.query.ts';
import { useWords } from './words.ts';

type ReadAt = { key: string; position: string; at: number };

/** The list as it was read, followed from there: what changes is marked in place, nothing moves. */
export function useLiveList(chosen: Chosen) {
  const { t } = useWords();
  const announce = useAnnounce();
  const filter = filterOf(chosen);
  const key = JSON.stringify(filter);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(LiveList, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });

  const [readAt, setReadAt] = useState<ReadAt>();
  const [changed, mark] = useMarked();
  const [since, setSince] = useState<ReadonlySet<string>>(new Set());
  const wasRead = (position: string) => {
    setReadAt({ key, position, at: now() });
    setSince(new Set());
  };
  useEffect(() => {
    if (data && !loading && !error && readAt?.key !== key) wasRead(data.position);
  }, [data, loading, error, key]);

  const reread = () =>
    void refetch().then(
      read => read.data && wasRead(read.data.position),
      () => undefined,
    ); // `error` says it
  useReread(Boolean(error), reread);

  useFollow({
    query: LiveListChanged,
    after: readAt?.key === key ? readAt.position : undefined,
    readAt: readAt?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {
      filter: { ...(chosen.territory && { territory: chosen.territory }), ...(chosen.category && { categories: [chosen.category] }) },
    },
    positionIn: ({ serviceStatusChanged }) => serviceStatusChanged.position,
    onNews({ serviceStatusChanged: { service } }) {
      mark(service.id);
      setSince(others => new Set(others).add(service.id));
    },
    onExpired() {
      announce(t('expired'));
      reread();
    },
  });

  const shown = data ?? (error ? undefined : previousData); // the last list stands until the next has come
  const page = data?.services.pageInfo;
  return {
    services: shown?.services.edges.map(({ node }) => node) ?? [],
    total: shown?.services.totalCount,
    settling: loading && !data,
    failed: Boolean(error) && !data,
    changed,
    changedSinceRead: since.size,
    readAt: readAt?.at,
    reread,
    more: page?.hasNextPage ? () => fetchMore({ variables: { filter, after: page.endCursor } }).catch(() => undefined) : undefined,
  };
}
