import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useEffect, useEffectEvent, useState } from 'react';
import { reasonOf } from '../hub/reason.ts';
import { useFollow } from '../hub/use-follow.ts';
import { useReread } from '../hub/use-reread.ts';

type Told = { position: string; occurredAt: string };
type Live<D, V> = {
  position: string | undefined;
  error: unknown;
  refetch: () => Promise<{ data?: { position?: string } | undefined }>;
  query: TypedDocumentNode<D, V>;
  changeIn: (data: D) => Told;
  onNews?: () => void;
};

/** What time alone changes is read at the latest so much later. */
const ANYWAY = 60_000;

/** What was read is followed from there, and read anew whenever something of it changed. */
export function useLive<D, V extends OperationVariables & { after?: string | null }>(live: Live<D, V>): () => void {
  const { position, error, refetch } = live;
  const [from, begin] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (position !== undefined) begin(before => before ?? { position, at: Date.now() });
  }, [position]);
  const read = async (anew: boolean) => {
    live.onNews?.();
    const answer = await refetch().catch(() => null); // `error` says why
    if (anew && answer?.data?.position) begin({ position: answer.data.position, at: Date.now() });
  };
  const reread = () => void read(true);
  const inTime = useEffectEvent(() => !document.hidden && navigator.onLine && void read(false));
  useEffect(() => {
    const timer = setInterval(() => inTime(), ANYWAY);
    return () => clearInterval(timer);
  }, []);
  useReread(error !== undefined, reread);
  useFollow({
    query: live.query,
    after: from?.position,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {} as Omit<V, 'after'>, // it takes nothing else
    changeIn: live.changeIn,
    onNews: () => void read(false),
    onExpired: reread,
  });
  return reread;
}
