import type { ApolloClient } from '@apollo/client';
import type { Act, ActKind, Answer, Failed } from './act.ts';
import { reasonOf } from './reason.ts';

/** Sends one act and answers what the hub said, or that nothing was heard: then it is sent again, under the same key. */
export async function ask(
  client: ApolloClient,
  { mutation, dated, whole }: ActKind,
  act: Act,
): Promise<Answer | 'no line' | 'sign in' | Failed> {
  const input = whole
    ? act.input
    : { ...act.input, observedAt: act.input.observedAt ?? act.actedAt, ...dated?.(act.actedAt), idempotencyKey: act.key };
  try {
    const { data } = await client.mutate({ mutation, variables: { input }, context: { headers: { 'fanal-account': act.account } } });
    return data!.answer as Answer; // errorPolicy is none: without data it has thrown; `answer` is each act's alias
  } catch (error) {
    const reason = reasonOf(error);
    if (reason.kind === 'no line' || reason.kind === 'sign in') return reason.kind;
    const { kind, code, message } = reason;
    if (kind === 'failed') return { failed: { code, message } };
    return { __typename: 'Refused', code, message }; // never stuck at the head of the queue
  }
}
