import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { EMPTY } from 'rxjs';
import { follow } from '../hub/follow.ts';
import { useSession } from '../hub/session.ts';
import { GapCount, GapHappened } from './gap-count.query.ts';

/** What opens one or ends one; a request more does not. */
const counting = ['gap-opened', 'gap-closed', 'gap-reopened', 'gap-merged', 'gap-split'];
/** Not all open pages at the same instant. */
const WITHIN = 800;

/** How many gaps are not closed, as they come and go; undefined for who may not know, or until it is known. Whether the page is live is not its affair. */
export function useOpenGaps(): number | undefined {
  const { may } = useSession();
  const client = useApolloClient();
  const skip = !may('gap:read');
  const { data, refetch } = useQuery(GapCount, { skip, fetchPolicy: 'cache-first' });
  const after = data?.position;
  useEffect(() => {
    if (after === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refetch().catch(() => undefined); // it then stays as it was
      }, Math.random() * WITHIN);
    };
    const following = follow(client, {
      query: GapHappened,
      from: { after },
      positionIn: ({ gapChanged }) => gapChanged.position,
      whileOpen: EMPTY,
      onExpired: again,
    }).subscribe({ next: ({ gapChanged }) => counting.includes(gapChanged.change) && again(), error: () => undefined });
    return () => {
      following.unsubscribe();
      clearTimeout(timer);
    };
  }, [client, after === undefined]);
  return skip ? undefined : data?.openGaps.totalCount;
}
