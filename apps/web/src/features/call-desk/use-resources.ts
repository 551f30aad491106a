import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, useRef } from 'react';
import { useConnection } from '../../hub/connection.ts';
import type { ResourceFragment, ServiceFilter } from '../../hub/gql/graphql.ts';
import { heldServices } from '../../hub/held-services.ts';
import { reasonOf } from '../../hub/reason.ts';
import { useReread } from '../../hub/use-reread.ts';
import { holds } from '../../ui/plain.ts';
import { now, useInTime } from '../../ui/pulse.ts';
import { surenessAt } from '../../ui/sureness.ts';
import type { Need, Place, Ref } from './call.ts';
import { CallDeskResources, Resource } from './call-desk.query.ts';
import { type Group, placed } from './groups.ts';

export type Asked = {
  need: Need | undefined;
  /** What the need is called: of one whose kind is of no category. */
  kindName: string | null;
  place: Place | null;
  text: string;
  language: string | null;
  withinKm: number;
};
/** Sureness turns by itself: the rows are placed anew this often, in ms. */
const MOMENT = 10_000;

function filterOf({ need, kindName, place, text: typed, language, withinKm }: Asked): ServiceFilter | null {
  const text = typed.trim() || (need && !need.category ? (kindName ?? '') : '');
  if (!need?.category && !text) return null;
  const [latitude, longitude] = place?.point ?? [];
  return {
    ...(text && { text }),
    ...(need?.category && { categories: [need.category] }),
    ...(latitude !== undefined && longitude !== undefined && { near: { latitude, longitude, withinKm }, serving: { latitude, longitude } }),
    ...(language && { languages: [language] }),
  };
}

/** As much of the selection as this device has read, where the hub cannot be asked. */
const heldOf = (held: readonly ResourceFragment[], { need, text, language }: Asked) =>
  held.filter(
    ({ name, organization, categories, languages, status }) =>
      (!need?.category || categories.some(({ code }) => code === need.category)) &&
      (!language || languages.includes(language)) &&
      status.state !== 'CLOSED' &&
      holds(text, [name.fr, name.en, organization.name.fr, organization.name.en]),
  );

/** Who could answer the ringed need around the place: as the hub ordered them, each where its state puts it now. */
export function useResources(asked: Asked, inHand: ReadonlySet<string>) {
  const { cache } = useApolloClient();
  const { state } = useConnection();
  const filter = filterOf(asked);
  const key = JSON.stringify(filter);
  const { data, error, loading, refetch } = useQuery(CallDeskResources, {
    variables: { filter: filter ?? {} },
    skip: filter === null,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = () => void refetch().catch(() => undefined); // `error` says why
  useReread(error !== undefined, reread);
  const away = !data && (error ? reasonOf(error).kind === 'no line' : state === 'offline');
  const held = useMemo(
    () => (away && filter ? heldOf(heldServices(cache, Resource) as ResourceFragment[], asked) : null),
    [away, key, cache],
  );
  const services = held ?? data?.services.edges.map(({ node }) => node) ?? [];
  const moment = useInTime(at => Math.floor(at / MOMENT));

  const before = useRef<{ key: string; rows: Map<string, { group: Group; digit: number | null }> }>({ key: '', rows: new Map() });
  const rows = useMemo(() => {
    const was = before.current.key === key ? before.current.rows : new Map();
    return placed(services, was, inHand, now());
  }, [services, key, moment, [...inHand].join()]);
  before.current = { key, rows: new Map(rows.map(({ service, group, digit }) => [service.id, { group, digit }])) };

  return {
    ...{ rows, isHeld: held !== null, asked: filter !== null, reread },
    total: held ? held.length : (data?.services.totalCount ?? 0),
    loading: loading && !data && filter !== null && !held,
    failed: error !== undefined && !data && !held,
  };
}

export type Resources = ReturnType<typeof useResources>;

/** A service as the counsellor sees it now. */
export function refOf({ id, name, organization, status }: ResourceFragment, at: number): Ref {
  const seen = { state: status.state, stale: surenessAt(status, at) === 'STALE', at: new Date(at).toISOString() };
  return { serviceId: id, name, organization: organization.name, seen };
}
