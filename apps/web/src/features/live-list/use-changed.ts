import { useState } from 'react';
import { useFollow } from '../../hub/use-follow.ts';
import { useMarked } from '../../ui/use-marked.ts';
import type { Chosen } from './filter.ts';
import { LiveListChanged } from './live-list.query.ts';

type From = { chosen: Chosen; readAt: { position: string; at: number } | undefined; noLine: boolean; onExpired: () => void };

/** What has just changed, marked; and how many have since the list was read. */
export function useChanged({ chosen: { territory, category }, readAt, noLine, onExpired }: From) {
  const [changed, mark] = useMarked();
  const [since, count] = useState<{ at?: number; ids: ReadonlySet<string> }>({ ids: new Set() });
  useFollow({
    query: LiveListChanged,
    after: readAt?.position,
    readAt: readAt?.at,
    noLine,
    variables: { filter: { ...(territory && { territory }), ...(category && { categories: [category] }) } },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews({ serviceStatusChanged: { service } }) {
      mark(service.id);
      count(before => ({ at: readAt?.at, ids: new Set(before.at === readAt?.at ? before.ids : []).add(service.id) }));
    },
    onExpired,
  });
  return { changed, changedSinceRead: since.at === readAt?.at ? since.ids.size : 0 };
}
