import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { keptDrafts } from '../../hub/kept-drafts.ts';
import type { Call } from './call.ts';
import { CallDeskDrafts, DropCallDraft } from './drafts.query.ts';
import { draftName } from './use-call.ts';

/** As it was kept by this desk; anything else is no call. */
function callIn(body: string): Call | null {
  try {
    const read = JSON.parse(body) as Partial<Call>; // `as`: told apart below
    return typeof read.id === 'string' && Array.isArray(read.needs) && typeof read.startedAt === 'string' ? (read as Call) : null;
  } catch {
    return null;
  }
}

/** Calls that were begun and not recorded: by this device, or by the hub where another device kept them; the latest first. */
export function useLeftOpen(inHand: string, done: ReadonlySet<string | null | undefined>) {
  const client = useApolloClient();
  const { data } = useQuery(CallDeskDrafts, { fetchPolicy: 'no-cache' });
  const [let_, go] = useState<ReadonlySet<string>>(new Set());
  const here = keptDrafts.all<Call>('call ').map(({ draft }) => draft);
  const there = (data?.contactDrafts ?? []).flatMap(({ body }) => callIn(body) ?? []);
  const all = new Map([...there, ...here].map(call => [call.id, call]));
  const calls = [...all.values()]
    .filter(({ id }) => id !== inHand && !done.has(id) && !let_.has(id))
    .toSorted((one, other) => (one.startedAt! < other.startedAt! ? 1 : -1)); // those kept have begun
  const letGo = (id: string) => {
    keptDrafts.write(draftName(id), null);
    go(before => new Set(before).add(id));
    void client.mutate({ mutation: DropCallDraft, variables: { id } }).catch(() => undefined); // the hub forgets it with time
  };
  return { calls, letGo };
}
