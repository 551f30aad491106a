import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useSession } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now } from '../../ui/pulse.ts';
import { dueFirst, inKeptOrder } from './due.ts';
import { MyServices } from './my-services.query.ts';
import { useChanged } from './use-changed.ts';
import { useWords } from './words.ts';

/** The services of the person's organizations: read, followed, in an order that holds still. */
export function useMyServices() {
  const { t } = useWords();
  const { me, unreachable } = useSession();
  const announce = useAnnounce();
  const own = useOwnOrganizations();
  const organizations = own.map(({ id }) => id);
  const filter = { organizations };
  const skip = organizations.length === 0;
  const reading = useQuery(MyServices, { variables: { filter }, skip, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const { data, error, loading } = reading;

  const [readAt, setReadAt] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (data && !loading && !error) setReadAt(before => before ?? { position: data.position, at: now() });
  }, [data, loading, error]);

  const reread = () => reading.refetch().catch(() => undefined); // `error` says it
  const failed = error !== undefined || (me === undefined && unreachable);
  useReread(failed && !skip, () => void reread());
  const changed = useChanged({
    organizations,
    readAt,
    noLine: (me === undefined && unreachable) || (error !== undefined && reasonOf(error).kind === 'no line'),
    onExpired() {
      announce(t('said.expired'));
      void reread().then(read => read?.data && setReadAt({ position: read.data.position, at: now() }));
    },
  });

  const listed = data?.services.edges.map(({ node }) => node) ?? [];
  const order = useRef<string[]>([]);
  if (order.current.length === 0 && listed.length > 0) order.current = dueFirst(listed, now()).map(({ id }) => id);
  const page = data?.services.pageInfo;

  return {
    me,
    organizations: own,
    services: inKeptOrder(listed, order.current),
    loading: !failed && (me === undefined || (loading && !skip)),
    failed,
    changed,
    reread: () => void reread(),
    more: page?.hasNextPage
      ? () => void reading.fetchMore({ variables: { filter, after: page.endCursor } }).catch(() => undefined)
      : undefined,
  };
}

/** Those the person speaks for, and those theirs speak for. */
function useOwnOrganizations() {
  const { me, may } = useSession();
  const speaks = may('status:report');
  return useMemo(() => {
    const own = speaks && me ? me.memberships.flatMap(({ organization }) => [organization, ...organization.relayFor]) : [];
    return [...new Map(own.map(organization => [organization.id, organization])).values()];
  }, [me, speaks]);
}
