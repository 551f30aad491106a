import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { type DocumentNode, Kind } from 'graphql';
import { askedAt } from './client.ts';
import { connection } from './connection.ts';
import { follow } from './follow.ts';
import { prove } from './prove.ts';
import { serverAtLeast } from './server-clock.ts';

type UseFollow<D, V> = {
  query: TypedDocumentNode<D, V>;
  /** Where the screen was read; nothing is followed before. */
  after: string | undefined;
  /** It could not be read, because nothing was heard. */
  noLine?: boolean;
  /** When it was read: reading again follows anew, from there. */
  readAt?: number;
  variables: Omit<V, 'after'>;
  changeIn: (data: D) => { position: string; occurredAt: string };
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
  const changeIn = useEffectEvent(props.changeIn);

  const wanted = after !== undefined || props.noLine === true;
  const screen = `${operationOf(query)} ${key}`;
  useEffect(() => (wanted ? connection.want(screen) : undefined), [wanted, screen]);
  useEffect(() => {
    if (after === undefined) return;
    // `as`: V is those variables with `after`, which TypeScript cannot put together again.
    const from = { ...JSON.parse(key), after } as V;
    const watch = connection.watch(screen, askedAt(after) ?? serverAtLeast());
    const positionIn = (data: D) => changeIn(data).position;
    const live = follow(client, { query, from, positionIn, whileOpen: prove(watch), onExpired: () => expired() });
    const following = live.subscribe(data => {
      watch.told(Date.parse(changeIn(data).occurredAt));
      news(data);
    });
    return () => {
      following.unsubscribe();
      watch.end();
    };
  }, [client, query, key, screen, after, readAt]);
}

const operationOf = ({ definitions: [first] }: DocumentNode) => (first?.kind === Kind.OPERATION_DEFINITION && first.name?.value) || '';
