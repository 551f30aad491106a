import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import type { Act, Answered } from '../../hub/act.ts';
import type { RecordContactInput } from '../../hub/gql/graphql.ts';
import { keptDrafts } from '../../hub/kept-drafts.ts';
import { serverNow } from '../../hub/server-clock.ts';
import { useActs, useAnswered, useOutbox } from '../../hub/use-outbox.ts';
import { type Call, recordOf } from './call.ts';
import { DropCallDraft } from './drafts.query.ts';
import { isContact } from './contact.act.ts';
import { instantNow } from './use-call.ts';

type Sent = { call: Call; input: RecordContactInput };
const nameOf = (id: string) => `sent ${id}`;

/** Calls that ended: those that wait for the line, those that the hub would not have, and the last one that it has. */
export function useSaved() {
  const client = useApolloClient();
  const outbox = useOutbox();
  const acts = useActs().filter(isContact);
  const answered = useAnswered().filter(({ act }) => isContact(act));
  const saved = answered.map(({ act }) => (act as Act<RecordContactInput>).input.idempotencyKey); // found by isContact

  useEffect(() => {
    for (const id of saved)
      if (id && keptDrafts.read(nameOf(id))) {
        keptDrafts.write(nameOf(id), null);
        void client.mutate({ mutation: DropCallDraft, variables: { id } }).catch(() => undefined); // one that was kept meanwhile
      }
  }, [saved.join()]);

  const save = (call: Call) => {
    const input = recordOf(call, instantNow());
    keptDrafts.write(nameOf(call.id), { at: serverNow(), draft: { call, input } satisfies Sent });
    void outbox.put('contact', input);
  };
  /** The page closed between the key and the queue: sent again under its key, it counts once. */
  const recover = async () => {
    await outbox.reload(); // what is queued is known only then
    const queued = new Set(
      outbox
        .now()
        .filter(isContact)
        .map(({ input }) => input.idempotencyKey),
    );
    for (const { draft, what } of keptDrafts.all<Sent>('sent '))
      if (!queued.has(what.slice('sent '.length))) void outbox.put('contact', draft.input);
  };
  const reopen = (act: Act<RecordContactInput>): Call | null => {
    const id = act.input.idempotencyKey;
    const call = id ? (keptDrafts.read<Sent>(nameOf(id))?.draft.call ?? null) : null;
    void outbox.forget(act);
    if (id) keptDrafts.write(nameOf(id), null);
    return call;
  };
  return {
    save,
    recover,
    reopen,
    again: (act: Act) => outbox.again(act),
    waiting: acts.filter(({ refusal }) => !refusal),
    refused: acts.filter(({ refusal }) => refusal),
    last: answered.at(-1) as Answered | undefined,
    /** Calls that are not to be offered again. */
    done: new Set([...saved, ...acts.map(({ input }) => input.idempotencyKey)]),
  };
}

export type Saved = ReturnType<typeof useSaved>;
