import type { WatchQueryFetchPolicy } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { serverNow } from '../../hub/server-clock.ts';
import { useSession } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { surenessAt } from '../../ui/sureness.ts';
import { figuresOf, type News, told, within, yesterdayOf } from './board.ts';
import { type Chosen, filterOf } from './chosen.ts';
import { type Change, entriesOf } from './entries.ts';
import { Situation } from './situation.query.ts';
import { useNews } from './use-news.ts';

const isStale = (said: Parameters<typeof surenessAt>[0]) => surenessAt(said, serverNow()) === 'STALE';

const newsOf = ({ service: { id, status, statusByLocation } }: Change): News => ({
  id,
  state: status.state,
  stale: isStale(status),
  contradicted: status.contradicted,
  places: new Map(statusByLocation.map(place => [place.location.id, { state: place.status.state, stale: isStale(place.status) }])),
});

/** Figures, map and lists of one selection at one instant: one reading, and what was told since, laid on all of it at once. */
export function useBoard(chosen: Chosen, { nameless = false } = {}) {
  const { may } = useSession();
  const names = !nameless && may('silence:read-names');
  const variables = { filter: filterOf(chosen), names, contradictions: !nameless && may('contradiction:read') };
  const reading = useQuery(Situation, { variables, fetchPolicy: 'cache-and-network', nextFetchPolicy: anew });
  const { data, previousData, error, loading } = reading;
  const shown = data ?? (error ? undefined : previousData);

  const reread = () =>
    reading.refetch().then(
      read => read.data?.position ?? null,
      () => null,
    ); // `error` says why
  const key = JSON.stringify(variables);
  const { changes, marked, expire } = useNews({
    chosen,
    key,
    position: data && !loading && !error ? data.position : undefined,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    reread,
  });
  useReread(error !== undefined, expire);

  const held = useMemo(() => {
    const since = changes.filter(({ position }) => shown !== undefined && position > shown.position);
    return told(shown?.mapServices.map(plain) ?? [], since.map(newsOf));
  }, [shown, changes]);
  const only = chosen.buckets.join();
  return useMemo(() => {
    const selected = within(held, chosen.buckets);
    const ids = new Map(selected.map(one => [one.id, one]));
    return {
      ready: shown !== undefined,
      settling: loading && !data,
      failed: error !== undefined && !shown,
      names,
      held: selected,
      figures: figuresOf(held, chosen.buckets),
      yesterday: shown && yesterdayOf(shown.situation),
      crises: shown?.crises ?? [],
      toReach: shown?.toReach?.edges.map(({ node }) => node).filter(({ service }) => ids.has(service.id)) ?? [],
      contradictions: shown?.contradictions?.edges.map(({ node }) => node).filter(({ service }) => ids.has(service.id)) ?? null,
      entries: entriesOf(shown?.timeline ?? [], changes).filter(({ service }) => ids.has(service.id)),
      standing: ids,
      marked,
      reread: expire,
    };
  }, [shown, held, only, changes, marked, loading, error, names]);
}

export type Board = ReturnType<typeof useBoard>;

/** Another selection is read at the hub; what comes to the cache otherwise is not asked for again. */
const anew = (
  policy: WatchQueryFetchPolicy,
  { reason, initialFetchPolicy }: { reason: string; initialFetchPolicy: WatchQueryFetchPolicy },
) => (reason === 'variables-changed' ? initialFetchPolicy : policy === 'cache-and-network' ? ('cache-first' as const) : policy);

/** What the hub leaves out is null to all of ours. */
const plain = <P extends { locationId?: string | null; territoryCode?: string | null }>(place: P) => ({
  ...place,
  locationId: place.locationId ?? null,
  territoryCode: place.territoryCode ?? null,
});
