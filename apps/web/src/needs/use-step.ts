import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { GapLineFragment } from '../hub/gql/graphql.ts';
import { reasonOf } from '../hub/reason.ts';
import { FollowGap, steps } from './gaps.acts.ts';
import { useWords } from './words.ts';

export type StepName = keyof typeof steps;
export type Refused = { message: string; field: string | null; step: StepName };
type Taken = { __typename: string; message?: string; field?: string | null; gap?: GapLineFragment };
type Sent = TypedDocumentNode<{ answer: object }, { input: object }>;

/** Takes a step with a gap, under one key however often the same is asked; what the hub refuses is kept, to be said beside it. */
export function useStep(onDone: (gap: GapLineFragment) => void = () => undefined) {
  const { t } = useWords();
  const client = useApolloClient();
  const [busy, work] = useState(false);
  const asked = useRef<{ input: string; key: string }>(undefined);
  const [refused, refuse] = useState<Refused | null>(null);

  const take = async (step: StepName, input: object): Promise<GapLineFragment | null> => {
    const said = `${step} ${JSON.stringify(input)}`;
    if (asked.current?.input !== said) asked.current = { input: said, key: crypto.randomUUID() };
    refuse(null);
    work(true);
    try {
      const idempotencyKey = asked.current.key;
      const { data } = await client.mutate({
        mutation: steps[step] as unknown as Sent,
        variables: { input: { ...input, idempotencyKey } },
      }); // each takes one input
      asked.current = undefined;
      const answer = data?.answer as Taken | undefined; // nothing of it is masked
      if (answer?.gap) {
        onDone(answer.gap);
        return answer.gap;
      }
      refuse({ message: answer?.message ?? t('notDone'), field: answer?.field ?? null, step });
    } catch (error) {
      const reason = reasonOf(error);
      refuse({ message: reason.kind === 'no' && reason.message ? reason.message : t('notDone'), field: null, step });
    } finally {
      work(false);
    }
    return null;
  };
  return { take, busy, refused, refuse };
}

/** To be told of what happens to it, or no more. */
export function useFollowing(gapId: string): (following: boolean) => void {
  const [send] = useMutation(FollowGap);
  return following => void send({ variables: { gapId, following } }).catch(() => undefined); // it then says what it said
}
