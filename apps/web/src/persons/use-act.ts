import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { reasonOf } from '../hub/reason.ts';
import { useWords } from './words.ts';

type Answer = { __typename: string; message?: string; field?: string | null };
export type Refused = { message: string; field: string | null };

/**
 * One act about a person, under one key as long as it asks for the same. Neither what is asked nor what is answered stands in Apollo's
 * cache, which this device keeps: what was typed lives in the page and ends with it.
 */
export function useAct<A extends Answer, I extends object>(
  mutation: TypedDocumentNode<{ answer: A }, { input: I }>,
  done: A['__typename'],
) {
  const { t } = useWords();
  const client = useApolloClient();
  const [busy, work] = useState(false);
  const [refused, refuse] = useState<Refused | null>(null);
  const asked = useRef<{ input: string; key: string }>(undefined);

  const act = async (input: Omit<I, 'idempotencyKey'>): Promise<A | null> => {
    const said = JSON.stringify(input);
    if (asked.current?.input !== said) asked.current = { input: said, key: crypto.randomUUID() };
    refuse(null);
    work(true);
    try {
      const variables = { input: { ...input, idempotencyKey: asked.current.key } as unknown as I }; // the same, with its key
      const { data } = await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' });
      asked.current = undefined;
      const answer = data?.answer as A | undefined; // nothing of it is masked
      if (answer?.__typename === done) return answer;
      refuse({ message: answer?.message ?? t('notSaved'), field: answer?.field ?? null });
    } catch (error) {
      const reason = reasonOf(error);
      refuse({ message: reason.kind === 'no' && reason.message ? reason.message : t('notSaved'), field: null });
    } finally {
      work(false);
    }
    return null;
  };
  return { act, busy, refused, refuse };
}
