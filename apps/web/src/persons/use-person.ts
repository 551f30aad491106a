import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

const HIDES_MS = 5 * 60_000;

type Shown<P> = { of: string; person: P };

/**
 * Who somebody is, read when asked and never kept: not in Apollo's cache, not on the device. Five minutes without a key or a tap, or another
 * one asked for, and it is gone from the page.
 */
export function usePerson<P, V extends OperationVariables>(query: TypedDocumentNode<{ person: P | null }, V>) {
  const client = useApolloClient();
  const [shown, show] = useState<Shown<P> | null>(null);
  const [state, become] = useState<'hidden' | 'reading' | 'failed' | 'lapsed'>('hidden');
  const open = shown !== null;
  useEffect(() => {
    if (!open) return;
    const lapse = () => {
      show(null);
      become('lapsed');
    };
    let timer = setTimeout(lapse, HIDES_MS);
    const used = () => {
      clearTimeout(timer);
      timer = setTimeout(lapse, HIDES_MS);
    };
    for (const kind of ['keydown', 'pointerdown'] as const) addEventListener(kind, used);
    return () => {
      clearTimeout(timer);
      for (const kind of ['keydown', 'pointerdown'] as const) removeEventListener(kind, used);
    };
  }, [open]);

  const read = async (of: string, variables: V): Promise<void> => {
    show(null);
    become('reading');
    try {
      const { data } = await client.query({ query, variables: variables as never, fetchPolicy: 'no-cache' }); // Apollo makes V optional
      const person = (data as { person: P | null } | undefined)?.person; // nothing of it is masked
      if (!person) return become('failed');
      show({ of, person });
      become('hidden');
    } catch {
      become('failed');
    }
  };
  const hide = () => {
    show(null);
    become('hidden');
  };
  return { personOf: (of: string) => (shown?.of === of ? shown.person : null), state, read, hide };
}
