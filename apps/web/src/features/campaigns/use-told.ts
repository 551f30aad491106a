import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useReread } from '../../hub/use-reread.ts';
import { CampaignTold } from './campaigns.query.ts';

type Read = {
  /** One campaign, or null for all. */
  id: string | null;
  position: string | undefined;
  error: unknown;
  refetch: () => Promise<{ data?: { position?: string } | undefined }>;
};

/** What was read is followed from there; whatever is told of it, it is read anew, once more for what came meanwhile. */
export function useTold({ id, position, error, refetch }: Read): () => void {
  const [from, begin] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (position !== undefined) begin(before => before ?? { position, at: Date.now() });
  }, [position]);
  const reads = useRef({ on: false, again: false });
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
  const reread = () => void read(true);
  useReread(error !== undefined, reread);
  useFollow({
    query: CampaignTold,
    after: from?.position,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: { id },
    changeIn: ({ campaignChanged }) => campaignChanged,
    onNews: () => void read(false),
    onExpired: reread,
  });
  return reread;
}
