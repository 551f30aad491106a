import { useEffect, useEffectEvent, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useReread } from '../../hub/use-reread.ts';
import { CrisisRecounted, CrisisTold } from './crises.query.ts';

/** What other services say meanwhile is counted at the latest so much later. */
const ANYWAY = 30_000;

type Read = {
  key: string;
  position: string | undefined;
  error: unknown;
  refetch: () => Promise<{ data?: { position?: string } | undefined }>;
  /** Something was said of this event. */
  onTold?: (crisisId: string) => void;
};

/** What was read is followed from there; whatever is said of an event, it is read anew. */
export function useTold({ key, position, error, refetch, onTold }: Read) {
  const [from, begin] = useState<{ key: string; position: string; at: number }>();
  useEffect(() => {
    if (position !== undefined && from?.key !== key) begin({ key, position, at: Date.now() });
  }, [key, position]);

  const read = async (anew: boolean) => {
    const answer = await refetch().catch(() => null); // `error` says why
    if (anew && answer?.data?.position) begin({ key, position: answer.data.position, at: Date.now() });
  };
  const now = useEffectEvent(() => !document.hidden && navigator.onLine && void read(false));
  useEffect(() => {
    const timer = setInterval(() => now(), ANYWAY);
    return () => clearInterval(timer);
  }, []);
  const reread = () => void read(true);
  useReread(error !== undefined, reread);

  const followed = {
    after: from?.key === key ? from.position : undefined,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {},
    onExpired: reread,
  };
  useFollow({
    ...followed,
    query: CrisisTold,
    changeIn: ({ crisisChanged }) => crisisChanged,
    onNews({ crisisChanged }) {
      onTold?.(crisisChanged.crisis.id);
      void read(false);
    },
  });
  useFollow({
    ...followed,
    query: CrisisRecounted,
    changeIn: ({ freshnessRecounted }) => freshnessRecounted,
    onNews: () => void read(false),
  });
  return reread;
}
