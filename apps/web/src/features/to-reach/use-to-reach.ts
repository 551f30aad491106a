import { useQuery } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ToReachQuery } from '../../hub/gql/graphql.ts';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useReread } from '../../hub/use-reread.ts';
import { CallsChanged, SaidMeanwhile, ToReach } from './to-reach.query.ts';

export type Row = ToReachQuery['organizationsToReach']['edges'][number]['node'];

/** What no event tells, an opening that comes near, is read at the latest so much later. */
const ANYWAY = 60_000;

/** The list, followed: whatever is claimed, said or ended anywhere, it is read anew. `also` is read with it. */
export function useToReach(variables: { first: number; resting: boolean; filter: { territory?: string } }, also: () => void) {
  const reading = useQuery(ToReach, { variables, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const { data, previousData, error, loading, refetch } = reading;
  const shown = data ?? (error ? undefined : previousData);

  const [from, begin] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (data && !loading && !error) begin(before => before ?? { position: data.position, at: Date.now() });
  }, [data, loading, error]);

  const reads = useRef<'no' | 'once' | 'again'>('no');
  const read = async () => {
    if (reads.current !== 'no') return void (reads.current = 'again');
    do {
      reads.current = 'once';
      also();
      await refetch().catch(() => null); // `error` says why
    } while (isAgain(reads.current));
    reads.current = 'no';
  };
  const anew = async () => {
    const answer = await refetch().catch(() => null);
    if (answer?.data?.position) begin({ position: answer.data.position, at: Date.now() });
  };
  useReread(error !== undefined, () => void anew());
  const inTime = useEffectEvent(() => !document.hidden && navigator.onLine && void read());
  useEffect(() => {
    const timer = setInterval(() => inTime(), ANYWAY);
    return () => clearInterval(timer);
  }, []);

  const followed = {
    after: from?.position,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {},
    onExpired: () => void anew(),
    onNews: () => void read(),
  };
  useFollow({ ...followed, query: CallsChanged, changeIn: ({ callsChanged }) => callsChanged });
  useFollow({ ...followed, query: SaidMeanwhile, changeIn: ({ serviceStatusChanged }) => serviceStatusChanged });

  const list = shown?.organizationsToReach;
  return {
    rows: list?.edges.map(({ node }) => node) ?? [],
    total: list?.totalCount ?? 0,
    resting: list?.restingCount ?? 0,
    ready: shown !== undefined,
    failed: error !== undefined && !shown,
    settling: loading && !data,
    reread: () => void anew(),
  };
}

/** It may have become so while it was read. */
const isAgain = (reads: string): boolean => reads === 'again';
