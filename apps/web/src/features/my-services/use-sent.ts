import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import type { SentSinceQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { SentSince } from './asked-of-us.query.ts';

export type Sent = NonNullable<SentSinceQuery['services']['edges'][number]['node']['sentSince']>;
type Spoken = { id: string; status: { observedAt?: string | null; confirmedAt?: string | null } };

/** Who was sent to each service since it spoke, counted anew when one speaks. Not kept: a list of services is another one. */
export function useSent(organizations: readonly string[], services: readonly Spoken[]): ReadonlyMap<string, Sent> {
  const { may } = useSession();
  const { data, refetch } = useQuery(SentSince, {
    variables: { filter: { organizations: [...organizations] } },
    skip: organizations.length === 0 || !may('load:read'),
    fetchPolicy: 'no-cache',
  });
  const spoken = services.map(({ id, status }) => `${id} ${status.confirmedAt ?? status.observedAt ?? ''}`).join();
  const known = data !== undefined;
  useEffect(() => {
    if (known) void refetch().catch(() => undefined); // it then stays as it was
  }, [spoken]);
  return useMemo(
    () => new Map(data?.services.edges.flatMap(({ node: { id, sentSince } }) => (sentSince ? [[id, sentSince] as const] : []))),
    [data],
  );
}
