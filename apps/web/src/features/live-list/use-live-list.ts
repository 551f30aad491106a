import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { type Chosen, filterOf } from './filter.ts';
import { LiveList } from './live-list.query.ts';
import { useChanged } from './use-changed.ts';
import { useWords } from './words.ts';

/** « Ouvert maintenant » is asked anew this often, in ms. */
const MOMENT = 300_000;

/** The list as it was read, followed from there: what changes is marked in place, nothing moves. */
export function useLiveList(chosen: Chosen) {
  const thisMoment = useInTime(at => new Date(Math.floor(at / MOMENT) * MOMENT).toISOString());
  const { t } = useWords();
  const announce = useAnnounce();
  const filter = filterOf(chosen, thisMoment);
  const key = JSON.stringify(filter);
  const reading = useQuery(LiveList, { variables: { filter }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const { data, previousData, error, loading } = reading;

  const [readAt, setReadAt] = useState<{ key: string; position: string; at: number }>();
  const wasRead = (position: string) => setReadAt({ key, position, at: now() });
  useEffect(() => {
    if (data && !loading && !error && readAt?.key !== key) wasRead(data.position);
  }, [data, loading, error, key]);

  const reread = () =>
    void reading.refetch().then(
      read => read.data && wasRead(read.data.position),
      () => undefined, // `error` says it
    );
  useReread(error !== undefined, reread);
  const news = useChanged({
    chosen,
    filter,
    readAt: readAt?.key === key ? readAt : undefined,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    onExpired() {
      announce(t('expired'));
      reread();
    },
  });

  const shown = data ?? (error ? undefined : previousData); // the last list stands until the next has come
  const page = data?.services.pageInfo;
  return {
    ...news,
    filter,
    services: shown?.services.edges.map(({ node }) => node) ?? [],
    facets: shown?.services.facets,
    correctedText: shown?.services.correctedText ?? null,
    total: shown?.services.totalCount,
    settling: loading && !data,
    failed: error !== undefined && !data,
    readAt: readAt?.at,
    reread,
    more: page?.hasNextPage
      ? () => void reading.fetchMore({ variables: { filter, after: page.endCursor } }).catch(() => undefined)
      : undefined,
  };
}
