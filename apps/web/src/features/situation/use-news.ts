import { useEffect, useRef, useState } from 'react';
import { useFollow } from '../../hub/use-follow.ts';
import { useApart } from '../../ui/use-apart.ts';
import type { Chosen } from './chosen.ts';
import type { Change } from './entries.ts';
import { SituationChanged, SituationCrisisChanged, SituationRecounted } from './situation.query.ts';

const TOGETHER = 250;
/** What time alone makes old is seen at the latest so much later. */
const ANYWAY = 30_000;
const HELD = 6_000;

type From = {
  chosen: Chosen;
  key: string;
  position: string | undefined;
  noLine: boolean;
  /** Reads all of it anew; the position it is of, or null. */
  reread: () => Promise<string | null>;
};

/** What was told since the reading, drawn a few times a second however much it is; and a new reading where telling is not enough. */
export function useNews({ chosen: { territory, category }, key, position, noLine, reread }: From) {
  const { changes, marked, hear, keep } = useTold();
  // Followed from the first reading of a selection on: a later one is laid under what came meanwhile.
  const [from, begin] = useState<{ key: string; position: string; at: number }>();
  useEffect(() => {
    if (position === undefined || from?.key === key) return;
    keep(() => false);
    begin({ key, position, at: Date.now() });
  }, [key, position]);

  const read = async (anew = false) => {
    const upTo = await reread();
    if (upTo === null) return;
    if (anew) begin({ key, position: upTo, at: Date.now() });
    keep(change => change.position > upTo);
  };
  const soon = useApart(() => void read(), ANYWAY);
  const expire = () => void read(true);
  const followed = { after: from?.key === key ? from.position : undefined, readAt: from?.at, noLine, onExpired: expire };
  useFollow({
    ...followed,
    query: SituationChanged,
    variables: { filter: { ...(territory && { territory }), ...(category && { categories: [category] }) } },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews({ serviceStatusChanged }) {
      hear(serviceStatusChanged);
      soon(); // who is to reach and what is contradicted are lists of the hub's
    },
  });
  useFollow({
    ...followed,
    query: SituationRecounted,
    variables: {},
    changeIn: ({ freshnessRecounted }) => freshnessRecounted,
    onNews: soon,
  });
  useFollow({
    ...followed,
    query: SituationCrisisChanged,
    variables: {},
    changeIn: ({ crisisChanged }) => crisisChanged,
    onNews: soon,
  });
  return { changes, marked, expire };
}

/** What was heard, drawn together, and marked for a while. */
function useTold() {
  const [changes, become] = useState<readonly Change[]>([]);
  const [marked, mark] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef<{ changes: Change[]; timer?: ReturnType<typeof setTimeout> }>({ changes: [] });
  useEffect(() => () => clearTimeout(waiting.current.timer), []);

  const hear = (change: Change) => {
    const { current } = waiting;
    current.changes.push(change);
    current.timer ??= setTimeout(() => {
      const heard = current.changes.splice(0);
      current.timer = undefined;
      const ids = heard.map(({ service }) => service.id);
      become(told => [...told, ...heard]);
      mark(others => new Set([...others, ...ids]));
      setTimeout(() => mark(others => new Set([...others].filter(id => !ids.includes(id)))), HELD);
    }, TOGETHER);
  };
  const keep = (which: (change: Change) => boolean) => become(told => told.filter(which));
  return { changes, marked, hear, keep };
}
