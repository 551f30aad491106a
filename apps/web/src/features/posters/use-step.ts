import { useState } from 'react';
import { reasonOf } from '../../hub/reason.ts';
import { useWords } from './words.ts';

type Answer = { __typename: string; message?: string };

/** Does one act at a time; `wrong`: why the last one was not done. What it was answered, where it was done. */
export function useStep() {
  const { t } = useWords();
  const [wrong, setWrong] = useState<string | null>(null);
  const [doing, setDoing] = useState(false);
  const step = async <A extends Answer>(work: () => Promise<A | undefined>): Promise<A | null> => {
    setWrong(null);
    setDoing(true);
    try {
      const answer = await work();
      setWrong(answer?.message ?? null);
      return answer && answer.message === undefined ? answer : null;
    } catch (error) {
      const reason = reasonOf(error);
      setWrong(reason.kind === 'no' && reason.message ? reason.message : t('notDone'));
      return null;
    } finally {
      setDoing(false);
    }
  };
  return { wrong, doing, step };
}
