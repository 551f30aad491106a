import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useActs, useAnswered } from '../../hub/use-outbox.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { dueFirst, inKeptOrder } from './due.ts';
import { MyServices, MyServicesChanged } from './my-services.query.ts';
import { useMarked } from '../../ui/use-marked.ts';
import { isOwnNews } from './own-news.ts';
import { useWords } from './words.ts';

/** The services of the person's organizations: read, followed, in an order that holds still. */
export function useMyServices() {
  const { t } = useWords();
  const { me, unreachable } = useSession();
  const announce = useAnnounce();
  const acts = useActs();
  const answered = useAnswered();

  const organizations = useOwnOrganizations();
  const ids = organizations.map(({ id }) => id);
  const filter = { organizations: ids };
  const { data, error, loading, refetch, fetchMore } = useQuery(MyServices, {
    variables: { filter },
    skip: ids.length === 0,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });

  const failed = Boolean(error) || (me === undefined && unreachable);
  const reread = () => void refetch().catch(() => undefined); // `error` says it
  useReread(failed && ids.length > 0, reread);

  const [readAt, setReadAt] = useState<{ position: string; at: number }>();
  useEffect(() => {
    if (data && !loading && !error) setReadAt(before => before ?? { position: data.position, at: now() });
  }, [data, loading, error]);

  const [changed, mark] = useMarked();
  useFollow({
    query: MyServicesChanged,
    after: ids.length > 0 ? readAt?.position : undefined,
    readAt: readAt?.at,
    noLine: (me === undefined && unreachable) || (error !== undefined && reasonOf(error).kind === 'no line'),
    variables: { filter },
    positionIn: ({ serviceStatusChanged }) => serviceStatusChanged.position,
    onNews({ serviceStatusChanged: { service, status, location } }) {
      const ofPlace = location && service.statusByLocation.find(place => place.location.id === location.id)?.status;
      if (isOwnNews(service.id, ofPlace ?? status, { acts, answered, now: now() })) return;
      mark(service.id);
    },
    onExpired() {
      announce(t('said.expired'));
      void refetch().then(
        ({ data: read }) => read && setReadAt({ position: read.position, at: now() }),
        () => undefined,
      );
    },
  });

  const listed = data?.services.edges.map(({ node }) => node) ?? [];
  useTurnOfPlans(listed, reread);
  const order = useRef<string[]>([]);
  if (order.current.length === 0 && listed.length > 0) order.current = dueFirst(listed, now()).map(({ id }) => id);
  const page = data?.services.pageInfo;

  return {
    me,
    organizations,
    services: inKeptOrder(listed, order.current),
    loading: !failed && (me === undefined || (loading && ids.length > 0)),
    failed,
    changed,
    reread,
    more: page?.hasNextPage ? () => void fetchMore({ variables: { filter, after: page.endCursor } }).catch(() => undefined) : undefined,
  };
}

/** Those the person speaks for. */
function useOwnOrganizations() {
  const { me, may } = useSession();
  const speaks = may('status:report');
  return useMemo(() => {
    const own = speaks && me ? me.memberships.map(({ organization }) => organization) : [];
    return [...new Map(own.map(organization => [organization.id, organization])).values()];
  }, [me, speaks]);
}

type Planned = { status: { planned?: { takesOverAt: string } | null } };

/** A plan takes over by itself at its time: the hub then says what holds. */
function useTurnOfPlans(services: readonly Planned[], reread: () => void): void {
  const over = useInTime(at => services.filter(({ status }) => status.planned && Date.parse(status.planned.takesOverAt) <= at).length);
  useEffect(() => {
    if (over > 0) reread();
  }, [over]);
}
