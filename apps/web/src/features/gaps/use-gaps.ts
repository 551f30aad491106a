import { useApolloClient, useQuery } from '@apollo/client/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GapFilter, GapLineFragment } from '../../hub/gql/graphql.ts';
import { type Column, columns } from '../../needs/columns.ts';
import { useGapsTold } from '../../needs/use-told.ts';
import { useMarked } from '../../ui/use-marked.ts';
import { type Asked, filterOf, filterOfColumn, shownIn } from './asked.ts';
import { GapBoard, MoreGaps } from './gaps.query.ts';
import { type Order, waitingIn } from './held.ts';

const FIRST = 30;
const NEXT = 50;
/** Below so many pixels a list is at its top. */
const TOP = 40;

type Further = { ids: readonly string[]; after: string | null };

/** The gaps that are asked for, by column, as they change: values at once, places when nobody is among them. */
export function useGaps(asked: Asked, own: readonly string[], list: RefObject<HTMLElement | null>) {
  const filter = filterOf(asked, own);
  const wanted = shownIn(asked);
  const key = JSON.stringify([filter, wanted]);
  const { data, error, refetch } = useQuery(GapBoard, {
    variables: variablesOf(filter, wanted),
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const known = useRef(new Map<string, GapLineFragment>());
  const { beyond, goOn } = useBeyond(key);
  const [marked, mark] = useMarked();
  const reread = useGapsTold({
    position: data?.position,
    error,
    refetch,
    onNews({ gap }) {
      known.current.set(gap.id, gap);
      mark(gap.id);
    },
  });

  const fresh: Order = Object.fromEntries(wanted.map(column => [column, orderOf(column)]));
  function orderOf(column: Column): string[] {
    const page = data?.[column]?.edges.map(({ node }) => node) ?? [];
    for (const node of page) known.current.set(node.id, node);
    return [...new Set([...page.map(({ id }) => id), ...(beyond[column]?.ids ?? [])])];
  }

  const { order, waiting, apply } = useOrder({ key, fresh, ready: data !== undefined, list });
  return {
    ready: data !== undefined,
    failed: error !== undefined && !data,
    reread,
    marked,
    waiting,
    apply,
    more: async (column: Column) => {
      const first = data?.[column]?.pageInfo.endCursor ?? null;
      const read = await goOn(column, filterOfColumn(filter, column), first);
      for (const node of read ?? []) known.current.set(node.id, node);
      if (read) apply();
      else reread();
    },
    shown: wanted.map(column => {
      const hasMore = beyond[column] ? beyond[column].after !== null : data?.[column]?.pageInfo.hasNextPage === true;
      const gaps = (order[column] ?? []).flatMap(id => known.current.get(id) ?? []);
      return { column, gaps, total: data?.[column]?.totalCount ?? 0, hasMore };
    }),
    total: wanted.reduce((sum, column) => sum + (data?.[column]?.totalCount ?? 0), 0),
  };
}

/** What was read beyond the first page of a column: it stays, whatever is read anew before it. */
function useBeyond(key: string) {
  const client = useApolloClient();
  const [further, goFurther] = useState<{ key: string; of: Partial<Record<Column, Further>> }>({ key, of: {} });
  const beyond = further.key === key ? further.of : {};
  const goOn = async (column: Column, filter: GapFilter, first: string | null): Promise<GapLineFragment[] | null> => {
    const before = beyond[column];
    const variables = { filter, first: NEXT, after: before ? before.after : first };
    const read = await client.query({ query: MoreGaps, variables, fetchPolicy: 'network-only' }).catch(() => null);
    if (!read?.data) return null;
    const { edges, pageInfo } = read.data.gaps;
    const ids = [...(before?.ids ?? []), ...edges.map(({ node }) => node.id)];
    goFurther({ key, of: { ...beyond, [column]: { ids, after: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null } } });
    return edges.map(({ node }) => node);
  };
  return { beyond, goOn };
}

export type GapsShown = ReturnType<typeof useGaps>;
export type ShownColumn = GapsShown['shown'][number];

function variablesOf(filter: ReturnType<typeof filterOf>, wanted: readonly Column[]) {
  const [open, acknowledged, assigned, addressed, closed] = columns.map(column => filterOfColumn(filter, column));
  return {
    ...{ first: FIRST, open: open!, acknowledged: acknowledged!, assigned: assigned!, addressed: addressed!, closed: closed! }, // one each
    hasOpen: wanted.includes('open'),
    hasAcknowledged: wanted.includes('acknowledged'),
    hasAssigned: wanted.includes('assigned'),
    hasAddressed: wanted.includes('addressed'),
    hasClosed: wanted.includes('closed'),
  };
}

type Held = { key: string; fresh: Order; ready: boolean; list: RefObject<HTMLElement | null> };

/** Rows hold still under hands and eyes: what would move them waits until it is asked for, or until nobody is among them. */
function useOrder({ key, fresh, ready, list }: Held) {
  const [held, hold] = useState<{ key: string; order: Order } | null>(null);
  const now = useRef(false);
  const said = JSON.stringify(fresh);
  const isAmong = () => {
    const { current } = list;
    return current !== null && (current.contains(document.activeElement) || current.scrollTop > TOP || scrollY > 3 * TOP);
  };
  useEffect(() => {
    if (!ready) return;
    if (held?.key !== key || now.current || !isAmong()) hold({ key, order: fresh });
    now.current = false;
  }, [key, said, ready]);
  const order = held?.key === key ? held.order : fresh;
  return {
    order,
    waiting: waitingIn(order, fresh),
    /** All of it in its place: what there is, and what is read next. */
    apply() {
      now.current = true;
      hold({ key, order: fresh });
    },
  };
}
