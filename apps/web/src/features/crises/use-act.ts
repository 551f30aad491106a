import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useWords } from './words.ts';

type Answer = { __typename: string; code?: string; message?: string; field?: string | null; crisis?: { id: string } | null };
type Refused = { message: string; field: string | null };

/** One act of a form, under one key as long as it asks for the same; what is refused is said beside its field. */
export function useAct<I extends object>(mutation: TypedDocumentNode<{ answer: Answer }, { input: I }>) {
  const { t } = useWords();
  const [send, { loading }] = useMutation(mutation as TypedDocumentNode<{ answer: Answer }, { input: object }>); // of which I is one
  const asked = useRef<{ input: string; key: string }>(undefined);
  const [refused, refuse] = useState<Refused | null>(null);

  /** The event, once the hub has it; null when it has said no, or nothing. */
  const act = async (input: Omit<I, 'idempotencyKey'>): Promise<{ id: string } | null> => {
    const said = JSON.stringify(input);
    if (asked.current?.input !== said) asked.current = { input: said, key: crypto.randomUUID() };
    refuse(null);
    try {
      const { data } = await send({ variables: { input: { ...input, idempotencyKey: asked.current.key } } });
      const answer = data?.answer as Answer | undefined; // nothing of it is masked
      if (answer?.crisis) return answer.crisis;
      refuse({ message: answer?.message ?? t('notSaved'), field: answer?.field ?? null });
    } catch (error) {
      const reason = reasonOf(error);
      refuse({ message: reason.kind === 'no' && reason.message ? reason.message : t('notSaved'), field: null });
    }
    return null;
  };
  return { act, loading, refused, refuse };
}
