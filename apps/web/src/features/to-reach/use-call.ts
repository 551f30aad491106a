import type { ApolloCache, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { CallResult } from '../../hub/gql/graphql.ts';
import { reasonOf } from '../../hub/reason.ts';
import { ClaimCall, RecordCallResult, ReleaseCall } from './to-reach.query.ts';
import { useWords } from './words.ts';

type Refused = { message: string; field: string | null };
type Called = { id: string; organizationId: string; endedAt: string | null };
type Answer = { __typename: string; message?: string; field?: string | null; call?: Called | null };

/** Before the list is read anew: whose it is now. */
function keep(cache: ApolloCache, { id, organizationId, endedAt }: Called): void {
  cache.modify({
    id: `OrganizationToReach:${organizationId}`,
    fields: { claim: (_, { toReference }) => (endedAt ? null : toReference(`Call:${id}`)) },
  });
}

/** One act on a call, under one key as long as it asks for the same. */
function useAct<I extends object>(mutation: TypedDocumentNode<{ answer: object }, { input: I }>) {
  const { t } = useWords();
  const [send, { loading }] = useMutation(mutation as TypedDocumentNode<{ answer: object }, { input: object }>); // of which I is one
  const asked = useRef<{ input: string; key: string }>(undefined);
  const [refused, refuse] = useState<(Refused & { for: string }) | null>(null);
  const act = async (input: I, about = ''): Promise<boolean> => {
    const said = JSON.stringify(input);
    if (asked.current?.input !== said) asked.current = { input: said, key: crypto.randomUUID() };
    refuse(null);
    try {
      const { data } = await send({
        variables: { input: { ...input, idempotencyKey: asked.current.key } },
        update: (cache, { data }) => {
          const call = (data?.answer as Answer | undefined)?.call; // as below
          if (call) keep(cache, call);
        },
      });
      asked.current = undefined;
      const answer = data?.answer as Answer | undefined; // nothing of it is masked
      if (answer?.call) return true;
      refuse({ message: answer?.message ?? t('notSaved'), field: answer?.field ?? null, for: about });
    } catch (error) {
      const reason = reasonOf(error);
      refuse({ message: reason.kind === 'no' && reason.message ? reason.message : t('notSaved'), field: null, for: about });
    }
    return false;
  };
  return { act, loading, refused };
}

/** To take an organization, to let it go, to say what came of the call. */
export function useCall() {
  const claiming = useAct(ClaimCall);
  const releasing = useAct(ReleaseCall);
  const recording = useAct(RecordCallResult);
  return {
    claim: (organizationId: string) => claiming.act({ organizationId }, organizationId),
    /** Of which organization, and why not. */
    taken: claiming.refused,
    release: (callId: string) => releasing.act({ callId }),
    record: (input: { callId: string; result: CallResult; note: string | null; callBackAt: string | null }) => recording.act(input),
    refused: recording.refused ?? releasing.refused,
    busy: claiming.loading || releasing.loading || recording.loading,
  };
}
