import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useConnection } from '../../hub/connection.ts';
import type { LiveListQuery } from '../../hub/gql/graphql.ts';
import { reasonOf } from '../../hub/reason.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { type Chosen, filterOf } from './filter.ts';
import { LiveList } from './live-list.query.ts';
import { useAnew } from './use-anew.ts';
import { useChanged } from './use-changed.ts';
import { useHeldList } from './use-held-list.ts';
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
  const anew = useAnew(filter, listed(null, data).services);
  const news = useChanged({
    chosen,
    filter,
    readAt: readAt?.key === key ? readAt : undefined,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    onExpired: () => (announce(t('expired')), reread()),
    onMore: anew.soon,
  });

  const { state } = useConnection();
  const held = useHeldList((error ? reasonOf(error).kind === 'no line' : state === 'offline') && !data, chosen);
  const shown = data ?? (error ? undefined : previousData); // the last list stands until the next has come
  const page = data?.services.pageInfo;
  return {
    ...news,
    moved: anew.moved,
    filter,
    ...listed(held, shown),
    settling: loading && !data && !held,
    failed: error !== undefined && !data && !held?.held,
    readAt: readAt?.at,
    reread,
    more:
      !held && page?.hasNextPage
        ? () => void reading.fetchMore({ variables: { filter, after: page.endCursor } }).catch(() => undefined)
        : undefined,
  };
}

/** What the list is of: what the hub said, or what this device chose among the services it holds. */
function listed(here: ReturnType<typeof useHeldList>, shown: LiveListQuery | undefined) {
  if (here) {
    const { services, facets, held } = here;
    return { services, facets, correctedText: null, total: services.length, held: held > 0 ? held : null };
  }
  const { edges = [], facets, correctedText = null, totalCount } = shown?.services ?? {};
  return { services: edges.map(({ node }) => node), facets, correctedText, total: totalCount, held: null };
}
