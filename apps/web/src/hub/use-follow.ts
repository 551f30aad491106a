import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { connection } from './connection.ts';
import { follow } from './follow.ts';

type UseFollow<D, V> = {
  query: TypedDocumentNode<D, V>;
  /** Where the screen was read; nothing is followed before. */
  after: string | undefined;
  /** It could not be read, because nothing was heard. */
  noLine?: boolean;
  /** When it was read: reading again follows anew, from there. */
  readAt?: number;
  variables: Omit<V, 'after'>;
  positionIn: (data: D) => string;
  onNews: (data: D) => void;
  onExpired: () => void;
};

/** Follows the log from where the screen was read, as long as the screen is open. The cache takes what comes. */
export function useFollow<D, V extends OperationVariables & { after?: string | null }>(props: UseFollow<D, V>): void {
  const client = useApolloClient();
  const { query, after, readAt, variables } = props;
  const key = JSON.stringify(variables);
  const news = useEffectEvent(props.onNews); // as the screen is when the news comes, not as it was when it opened
  const expired = useEffectEvent(props.onExpired);
  const positionIn = useEffectEvent(props.positionIn);

  const wanted = after !== undefined || props.noLine === true;
  useEffect(() => (wanted ? connection.want() : undefined), [wanted]);
  useEffect(() => {
    if (after === undefined) return;
    // `as`: V is those variables with `after`, which TypeScript cannot put together again.
    const from = { ...JSON.parse(key), after } as V;
    const live = follow(client, { query, from, positionIn: data => positionIn(data), onExpired: () => expired() });
    const following = live.subscribe(data => news(data));
    return () => following.unsubscribe();
  }, [client, query, key, after, readAt]);
}
