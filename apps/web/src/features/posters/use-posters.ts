import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { PostersHungQuery } from '../../hub/gql/graphql.ts';
import { type Me, useSession } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { now } from '../../ui/pulse.ts';
import { PostersHung } from './posters.query.ts';

export type Poster = PostersHungQuery['posters']['edges'][number]['node'];
export type Organization = Me['memberships'][number]['organization'];

const LONGEST = 2_147_000_000; // what a timer takes

/** Those one manages, read anew when the week ends; and for whom one may be made. Numbers and names are not kept on this device. */
export function usePosters() {
  const { me, may } = useSession();
  const allowed = may('poster:manage');
  const { data, error, loading, refetch, fetchMore } = useQuery(PostersHung, {
    skip: me !== undefined && !allowed,
    fetchPolicy: 'no-cache',
  });
  const reread = () => void refetch().catch(() => undefined); // `error` says so
  useReread(error !== undefined, reread);
  const posters = data?.posters.edges.map(({ node }) => node);
  const until = posters?.[0]?.thisWeek.until;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(
      () => void refetch().catch(() => undefined),
      Math.min(Math.max(1_000, Date.parse(until) - now() + 1_000), LONGEST),
    );
    return () => clearTimeout(timer);
  }, [until, refetch]);

  const isCentre = me?.memberships.some(({ role }) => role === 'RESEARCHER' || role === 'CENTRE_SUPERVISOR') ?? false;
  const own = me?.memberships.filter(({ role }) => role === 'PARTNER_EDITOR').map(({ organization }) => organization) ?? [];
  const without = own.filter(({ id }) => posters && !posters.some(({ organization }) => organization.id === id));
  const next = data?.posters.pageInfo.hasNextPage ? data.posters.pageInfo.endCursor : null;
  const more = next
    ? () =>
        void fetchMore({
          variables: { after: next },
          updateQuery: (before, { fetchMoreResult: { posters: found } }) => ({
            posters: { ...found, edges: [...before.posters.edges, ...found.edges] },
          }),
        }).catch(() => undefined)
    : null;
  return { me, allowed, posters, without, isCentre, loading, failed: error !== undefined && !data, reread, more };
}
