import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useWords } from './words.ts';

export type Refused = { message: string; field: string | null };
type Answer = {
  __typename: string;
  message?: string;
  field?: string | null;
  campaign?: { id: string } | null;
  rule?: { id: string };
  ruleId?: string;
};

/** One act on a campaign or a rule, under one key as long as it asks for the same. Its id, once the hub has it; null when it has said no, or nothing. */
export function useAct<I extends object>(mutation: TypedDocumentNode<{ answer: object }, { input: I }>) {
  const { t } = useWords();
  const [send, { loading }] = useMutation(mutation as TypedDocumentNode<{ answer: object }, { input: object }>); // of which I is one
  const asked = useRef<{ input: string; key: string }>(undefined);
  const [refused, refuse] = useState<Refused | null>(null);
  const act = async (input: Omit<I, 'idempotencyKey'>): Promise<string | null> => {
    const said = JSON.stringify(input);
    if (asked.current?.input !== said) asked.current = { input: said, key: crypto.randomUUID() };
    refuse(null);
    try {
      const { data } = await send({ variables: { input: { ...input, idempotencyKey: asked.current.key } } });
      asked.current = undefined;
      const answer = data?.answer as Answer | undefined; // nothing of it is masked
      const id = answer?.campaign?.id ?? answer?.rule?.id ?? answer?.ruleId;
      if (id) return id;
      refuse({ message: answer?.message ?? t('notSaved'), field: answer?.field ?? null });
    } catch (error) {
      const reason = reasonOf(error);
      refuse({ message: reason.kind === 'no' && reason.message ? reason.message : t('notSaved'), field: null });
    }
    return null;
  };
  return { act, loading, refused, refuse };
}
