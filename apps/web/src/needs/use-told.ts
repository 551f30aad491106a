import { useEffect, useRef, useState } from 'react';
import type { GapToldSubscription } from '../hub/gql/graphql.ts';
import { reasonOf } from '../hub/reason.ts';
import { useFollow } from '../hub/use-follow.ts';
import { useReread } from '../hub/use-reread.ts';
import { GapTold } from './gaps.query.ts';

export type GapNews = GapToldSubscription['gapChanged'];
type Read = {
  /** What happens to others is not read anew. */
  only?: string;
  position: string | undefined;
  error: unknown;
  refetch: () => Promise<{ data?: { position?: string } | undefined }>;
  onNews?: (news: GapNews) => void;
};

const TOGETHER = 200;

/** What was read is followed from there: the cache takes each word at once, and soon after a few of them it is read anew, once more for what came meanwhile. */
export function useGapsTold({ only, position, error, refetch, onNews }: Read): () => void {
  const [from, begin] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (position !== undefined) begin(before => before ?? { position, at: Date.now() });
  }, [position]);
  const reads = useRef<{ on: boolean; again: boolean; timer?: ReturnType<typeof setTimeout> | undefined }>({ on: false, again: false });
  useEffect(() => () => clearTimeout(reads.current.timer), []);

  const read = async (anew: boolean) => {
    const { current } = reads;
    if (current.on) return void (current.again = true);
    current.on = true;
    const answer = await refetch().catch(() => null); // `error` says why
    if (anew && answer?.data?.position) begin({ position: answer.data.position, at: Date.now() });
    current.on = false;
    if (current.again) {
      current.again = false;
      void read(false);
    }
  };
  const soon = () => {
    const { current } = reads;
    current.timer ??= setTimeout(() => {
      current.timer = undefined;
      void read(false);
    }, TOGETHER);
  };
  const reread = () => void read(true);
  useReread(error !== undefined, reread);
  useFollow({
    query: GapTold,
    after: from?.position,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {},
    changeIn: ({ gapChanged }) => gapChanged,
    onNews({ gapChanged }) {
      onNews?.(gapChanged);
      if (only === undefined || gapChanged.gap.id === only) soon();
    },
    onExpired: reread,
  });
  return reread;
}
