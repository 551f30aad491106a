import { useApolloClient, useQuery } from '@apollo/client/react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useReread } from '../../hub/use-reread.ts';
import type { CallDeskGroundQuery, CallDeskKindsQuery, CallDeskLineFragment } from '../../hub/gql/graphql.ts';
import { CallDeskGround, CallDeskKinds, CallDeskLineChanged } from './call-desk.query.ts';

export type Ground = CallDeskGroundQuery;
export type Kind = CallDeskKindsQuery['needKinds'][number];
export type Line = CallDeskLineFragment;

/** What every call is chosen from, read once and kept on the device; how the lines stand is followed. */
export function useGround(crisisId: string | null | undefined) {
  const client = useApolloClient();
  const { data, error, loading, refetch } = useQuery(CallDeskGround, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const kinds = useQuery(CallDeskKinds, {
    variables: { crisisId: crisisId ?? null },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = () => {
    void refetch().catch(() => undefined); // `error` says why
    void kinds.refetch().catch(() => undefined);
  };
  useReread(error !== undefined || kinds.error !== undefined, reread);
  const position = data && !loading && !error ? data.position : undefined;
  const noLine = error !== undefined && reasonOf(error).kind === 'no line';
  useFollow({
    query: CallDeskLineChanged,
    after: position,
    noLine,
    variables: {},
    changeIn: ({ lineChanged }) => lineChanged,
    onNews: ({ lineChanged: { line } }) =>
      client.cache.updateQuery(
        { query: CallDeskGround },
        before => before && { ...before, lines: before.lines.map(one => (one.code === line.code ? line : one)) },
      ),
    onExpired: reread,
  });
  return {
    ground: data,
    kinds: kinds.data?.needKinds ?? kinds.previousData?.needKinds ?? [],
    position,
    noLine,
    failed: error !== undefined && !data,
    reread,
  };
}
