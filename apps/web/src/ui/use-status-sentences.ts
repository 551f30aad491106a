import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statusWords } from './status-words.ts';
import { isPast, lastWord, type Said, surenessAt, type Text } from './sureness.ts';
import { useCapacity } from './use-capacity.ts';
import { useSource } from './use-source.ts';
import { useTimes } from './use-times.ts';

const sameText = (one?: Text | null, other?: Text | null) =>
  (one?.fr ?? null) === (other?.fr ?? null) && (one?.en ?? null) === (other?.en ?? null);

/** A sentence that follows another word. */
export const following = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** What is said beside a state, wherever it is shown; every sentence is of an instant. */
export function useStatusSentences() {
  const { t } = useTranslation(statusWords);
  const times = useTimes();
  const capacityOf = useCapacity();
  const source = useSource();

  return useMemo(() => {
    const stateOf = (said: Pick<Said, 'state'>) => t(`state.${said.state}`);

    /** How long it holds; nothing when nobody said, or when that end has come. */
    const untilOf = (said: Said, now: number): string | null => {
      if (!said.goodUntil || isPast(said, now)) return null;
      if (said.state === 'SUSPENDED') return t('backExpected', { when: times.when(said.goodUntil, now) });
      return times.until(said.goodUntil, now);
    };

    /** How sure and since when: the sentence that never leaves a state. */
    const sinceOf = (said: Said, now: number): string => {
      const word = lastWord(said);
      if (!word) return t('nobody');
      if (isPast(said, now)) {
        const end = said.goodUntil!; // isPast has looked
        if (said.state === 'FULL' || said.state === 'SUSPENDED') return t('passedBack', { when: times.when(end, now) });
        return t('passed', { until: times.until(end, now) });
      }
      const age = times.age(word.at, now);
      const stale = surenessAt(said, now) === 'STALE';
      if (word.again) return stale ? t('confirmedStale', { age }) : t('confirmed', { age });
      return stale ? t('saidStale', { age }) : t('said', { age });
    };

    /** A plan that says again what holds is how a plan is taken back: no news. */
    const plannedOf = ({ state, note, planned }: Said, now: number): string | null =>
      planned && !(planned.state === state && sameText(planned.note, note))
        ? t('planned', { state: following(t(`state.${planned.state}`)), when: times.when(planned.takesOverAt, now) })
        : null;

    return {
      stateOf,
      capacityOf,
      untilOf,
      sinceOf,
      plannedOf,
      ...source,
      contradicted: t('contradicted'),
      mixed: t('mixed'),
    };
  }, [t, times, capacityOf, source]);
}

export type StatusSentences = ReturnType<typeof useStatusSentences>;
