import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { keptDrafts } from '../../hub/kept-drafts.ts';
import { serverNow } from '../../hub/server-clock.ts';
import { type Call, newCall } from './call.ts';
import { DropCallDraft, KeepCallDraft } from './drafts.query.ts';
import { type Act, type Desk, deskOf, reduce } from './desk.ts';
import type { Deed } from './keys.ts';

const SETTLES = 1_000;
export const draftName = (id: string) => `call ${id}`;
export const instantNow = () => new Date(serverNow()).toISOString();

/** The call of this page, while one looks at another of its screens. */
let left: Desk | undefined;

export const callHere = (): string | undefined => left?.call.id;
/** Taken up from another screen. */
export const putInHand = (call: Call): void => void (left = deskOf(call));

/** The call in hand: kept on this device at every key, and by the hub once the hand rests, until it is recorded. */
export function useCall() {
  const client = useApolloClient();
  const [desk, become] = useState<Desk>(() => left ?? deskOf(newCall(newId())));
  const keeping = useRef<Promise<unknown>>(Promise.resolve());
  const [keptAt, kept] = useState<number | null>(null);
  const { call } = desk;
  const body = JSON.stringify(call);

  useEffect(() => void (left = desk), [desk]);
  useEffect(() => {
    if (call.startedAt === null) return;
    keptDrafts.write(draftName(call.id), { at: serverNow(), draft: call });
    kept(serverNow());
    const timer = setTimeout(() => {
      const input = { draftId: call.id, begunAt: call.startedAt!, body };
      keeping.current = client.mutate({ mutation: KeepCallDraft, variables: { input } }).catch(() => undefined); // this device has it
    }, SETTLES);
    return () => clearTimeout(timer);
  }, [body]);

  const act = (deed: Act) => become(before => reduce(before, deed, instantNow()));
  const follow = (deeds: readonly Deed[]) => {
    for (const deed of deeds) if (deed.is !== 'go') act(deed);
  };
  /** The next call, in the place of this one; nothing of this one is kept any more where it was let go. */
  const next = (letGo: boolean) => {
    const { id, line, crisisId, startedAt } = call;
    keptDrafts.write(draftName(id), null);
    left = undefined;
    if (startedAt !== null) {
      const drop = () => client.mutate({ mutation: DropCallDraft, variables: { id } }).catch(() => undefined);
      void keeping.current.then(letGo ? drop : undefined);
    }
    become(deskOf(newCall(newId(), line, crisisId)));
    kept(null);
  };
  const resume = (other: Call) => act({ is: 'call', call: other });
  return { desk, call, act, follow, next, resume, keptAt };
}

export type InHand = ReturnType<typeof useCall>;
