import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { ServiceFilter } from '../../hub/gql/graphql.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useMarked } from '../../ui/use-marked.ts';
import type { Chosen } from './filter.ts';
import type { Said } from '../../ui/sureness.ts';
import { LiveListChanged, LiveListCrises, LiveListCrisisChanged, LiveListMap, LiveListRecounted } from './live-list.query.ts';

type From = {
  chosen: Chosen;
  filter: ServiceFilter;
  readAt: { position: string; at: number } | undefined;
  noLine: boolean;
  onExpired: () => void;
  /** What one service's news does not say is to be read. */
  onMore: () => void;
};

/** What has just changed, marked; and how many have since the list was read. */
export function useChanged({ chosen: { where, category }, filter, readAt, noLine, onExpired, onMore }: From) {
  const client = useApolloClient();
  const [changed, mark] = useMarked();
  const [since, count] = useState<{ at?: number; ids: ReadonlySet<string> }>({ ids: new Set() });
  const followed = { after: readAt?.position, readAt: readAt?.at, noLine, onExpired };
  useFollow({
    ...followed,
    query: LiveListChanged,
    variables: { filter: { ...(where?.territory && { territory: where.territory }), ...(category && { categories: [category] }) } },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews({ serviceStatusChanged: { service, location } }) {
      if (location)
        void client.refetchQueries({ include: [LiveListMap] }); // how the place stands is not said with the news
      else
        client.cache.updateQuery(
          { query: LiveListMap, variables: { filter } },
          data =>
            data && {
              ...data,
              mapServices: data.mapServices.map(one => (one.id === service.id ? { ...one, ...standing(service.status) } : one)),
            },
        );
      mark(service.id);
      count(before => ({ at: readAt?.at, ids: new Set(before.at === readAt?.at ? before.ids : []).add(service.id) }));
      onMore();
    },
  });
  const all = () => {
    void client.refetchQueries({ include: [LiveListMap] });
    onMore();
  };
  useFollow({
    ...followed,
    query: LiveListRecounted,
    variables: {},
    changeIn: ({ freshnessRecounted }) => freshnessRecounted,
    onNews: all,
  });
  useFollow({
    ...followed,
    query: LiveListCrisisChanged,
    variables: {},
    changeIn: ({ crisisChanged }) => crisisChanged,
    onNews: () => void client.refetchQueries({ include: [LiveListCrises] }),
  });
  return { changed, changedSinceRead: since.at === readAt?.at ? since.ids.size : 0 };
}

const standing = ({ state, freshness, contradicted = false }: Said) => ({ state, stale: freshness === 'STALE', contradicted });
