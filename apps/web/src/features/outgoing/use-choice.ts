import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { GiveUpOutgoing, RetryOutgoing } from './outgoing.query.ts';
import { useWords } from './words.ts';

export type Choice = 'retry' | 'giveUp';
/** For how many of those asked for it could be done; or why for none. */
export type Said = { choice: Choice; ids: readonly string[]; done: number } | { wrong: string; ids: readonly string[] };

/** Some are sent again, or let go; what came of it is said where it was asked. */
export function useChoice(onDone: () => void) {
  const { t } = useWords();
  const [retry, { loading: retrying }] = useMutation(RetryOutgoing);
  const [giveUp, { loading: givingUp }] = useMutation(GiveUpOutgoing);
  const [said, say] = useState<Said | null>(null);
  const choose = async (choice: Choice, ids: readonly string[]) => {
    if (retrying || givingUp) return;
    say(null);
    const options = { variables: { input: { ids: [...ids], idempotencyKey: crypto.randomUUID() } } };
    try {
      const { data } = await (choice === 'retry' ? retry(options) : giveUp(options));
      const answer = data?.answer;
      if (answer?.__typename === 'OutgoingChosen') say({ choice, ids, done: answer.ids.length });
      else say({ wrong: answer?.message ?? t('notDone'), ids });
    } catch (error) {
      const reason = reasonOf(error);
      say({ wrong: reason.kind === 'no' && reason.message ? reason.message : t('notDone'), ids });
    }
    onDone();
  };
  return { choose, said, busy: retrying || givingUp };
}
