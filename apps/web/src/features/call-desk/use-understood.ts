import { useApolloClient, useQuery } from '@apollo/client/react';
import { holds } from '../../ui/plain.ts';
import { useEffect, useState } from 'react';
import { CallDeskUnderstood } from './call-desk.query.ts';
import type { Kind } from './use-ground.ts';

const RESTS = 150;

/** Without the hub: the kind whose own name holds one of the words. */
export function guess(text: string, kinds: readonly Kind[]): { kind: string; category: string | null } {
  const words = text.split(/\s+/).filter(word => word.length > 3);
  const found = kinds.find(({ name }) => words.some(word => holds(word, [name.fr, name.en])));
  return { kind: found?.code ?? 'OTHER', category: found?.category?.code ?? null };
}

/** What words ask for, as they are typed; and once they are entered, whenever the hub has said. */
export function useUnderstood(typed: string, crisisId: string | null) {
  const client = useApolloClient();
  const [text, rest] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => rest(typed.trim()), RESTS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery(CallDeskUnderstood, { variables: { text, crisisId }, skip: text.length < 3 });
  const settle = async (entered: string) => {
    const answer = await client.query({ query: CallDeskUnderstood, variables: { text: entered, crisisId } }).catch(() => null);
    const first = answer?.data?.understandNeed[0];
    return first ? { kind: first.kind.code, category: first.category?.code ?? null } : null;
  };
  return { likely: text.length >= 3 ? (data?.understandNeed ?? []) : [], settle };
}
