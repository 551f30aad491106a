import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statusWords } from './status-words.ts';
import { lastWord, type Said } from './sureness.ts';
import { useTimes } from './use-times.ts';

/** Whose word it is. */
export function useSource() {
  const { t } = useTranslation(statusWords);
  const times = useTimes();

  return useMemo(() => {
    const nameOf = (source: string) => t(`source.${source as 'PARTNER'}`); // the words hold every source of the contract
    /** « selon l’organisme, à 14 h 12 ». */
    const sourceOf = (said: Said, now: number): string | null => {
      if (!said.source || !said.observedAt) return null;
      return t('sourceWhen', { source: nameOf(said.source), when: times.when(said.observedAt, now) });
    };
    /** Beside « confirmé il y a 20 h » the day when it was first said would read as another one. */
    const shortSourceOf = (said: Said, now: number): string | null =>
      said.source && lastWord(said)?.again ? nameOf(said.source) : sourceOf(said, now);
    /** Also that it was confirmed since, where it was: the two instants are not of the same word. */
    const sourceSinceOf = (said: Said, now: number): string | null => {
      const source = sourceOf(said, now);
      const word = lastWord(said);
      return source && word?.again ? t('sourceAgain', { source, when: times.when(word.at, now) }) : source;
    };
    return { sourceOf, shortSourceOf, sourceSinceOf };
  }, [t, times]);
}
