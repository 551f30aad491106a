import { useState } from 'react';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

type Answer = { __typename: string; message?: string };

/** Does one act at a time; `wrong`: why the last one was not done. True where it was. */
export function useAnswer() {
  const { t } = useWords();
  const [wrong, setWrong] = useState<string | null>(null);
  const [doing, setDoing] = useState(false);
  const act = async (work: () => Promise<Answer | undefined>): Promise<boolean> => {
    setWrong(null);
    setDoing(true);
    try {
      const message = (await work())?.message;
      setWrong(message ?? null);
      return message === undefined;
    } catch (error) {
      setWrong(t(whyNot(error)));
      return false;
    } finally {
      setDoing(false);
    }
  };
  return { wrong, doing, act, setWrong };
}
