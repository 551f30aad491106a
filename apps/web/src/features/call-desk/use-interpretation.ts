import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { Call } from './call.ts';
import { AskInterpretation, RecordInterpretation } from './interpretation.query.ts';

/**
 * The hub is told when an interpreter is asked for and when one is there: the wait for each language is known by that. Asked again for the
 * same call and language it is the same one; without a line it is not counted, and the call is recorded all the same.
 */
export function useInterpretation({ id, language, interpreterAskedAt, interpreterHereAt }: Call): void {
  const client = useApolloClient();
  const asked = interpreterAskedAt !== null;
  const here = interpreterHereAt !== null;
  const told = useRef(here ? id : null); // taken up again with somebody there: that was told already
  useEffect(() => {
    if (!asked || !language || told.current === id) return;
    if (here) told.current = id;
    const tell = async () => {
      const input = { contactKey: id, language };
      const { data } = await client.mutate({ mutation: AskInterpretation, variables: { input } });
      const answer = data?.askInterpretation;
      if (!here || answer?.__typename !== 'InterpretationAsked') return;
      const obtained = { interpretationId: answer.interpretation.id, outcome: 'OBTAINED' as const };
      await client.mutate({ mutation: RecordInterpretation, variables: { input: obtained } });
    };
    void tell().catch(() => undefined);
  }, [id, language, asked, here]);
}
