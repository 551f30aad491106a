import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from './localized.tsx';
import { daysBetween } from './moment.ts';
import { statusWords } from './status-words.ts';
import { isPast, lastWord, type Said, surenessAt } from './sureness.ts';
import { useTimes } from './use-times.ts';

const small = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** What is said beside a state, wherever it is shown; every sentence is of an instant. */
export function useStatusSentences() {
  const { t, i18n } = useTranslation(statusWords);
  const times = useTimes();

  return useMemo(() => {
    const stateOf = (said: Pick<Said, 'state'>) => t(`state.${said.state}`);

    const capacityOf = ({ capacity }: Said): string | null => {
      if (!capacity) return null;
      const unit = textIn(capacity.unit, i18n.language).text || t('capacity.places');
      const { available, total } = capacity;
      return total == null ? t('capacity.left', { available, unit }) : t('capacity.of', { available, total, unit });
    };

    /** How long it holds; nothing when nobody said, or when that end has come. */
    const untilOf = (said: Said, now: number): string | null => {
      if (!said.goodUntil || isPast(said, now)) return null;
      const moment = times.moment(said.goodUntil, now);
      return said.state === 'SUSPENDED' ? t('backExpected', { moment }) : t('until', { moment });
    };

    /** How sure and since when: the sentence that never leaves a state. */
    const sinceOf = (said: Said, now: number): string => {
      const word = lastWord(said);
      if (!word) return t('nobody');
      if (isPast(said, now)) {
        const moment = times.moment(said.goodUntil!, now); // isPast has looked
        return said.state === 'FULL' || said.state === 'SUSPENDED' ? t('passedBack', { moment }) : t('passed', { moment });
      }
      const age = times.age(word.at, now);
      const stale = surenessAt(said, now) === 'STALE';
      if (word.again) return stale ? t('confirmedStale', { age }) : t('confirmed', { age });
      return stale ? t('saidStale', { age }) : t('said', { age });
    };

    const plannedOf = ({ planned }: Said, now: number): string | null =>
      planned ? t('planned', { state: small(t(`state.${planned.state}`)), moment: times.moment(planned.takesOverAt, now) }) : null;

    /** « selon l’organisme, à 14 h 12 ». */
    const sourceOf = (said: Said, now: number): string | null => {
      if (!said.source || !said.observedAt) return null;
      const source = t(`source.${said.source as 'PARTNER'}`); // the words hold every source of the contract
      const today = daysBetween(now, Date.parse(said.observedAt), times.zone) === 0;
      return t(today ? 'sourceAt' : 'sourceOn', { source, moment: times.moment(said.observedAt, now) });
    };

    return { stateOf, capacityOf, untilOf, sinceOf, plannedOf, sourceOf, contradicted: t('contradicted'), mixed: t('mixed') };
  }, [t, i18n.language, times]);
}

export type StatusSentences = ReturnType<typeof useStatusSentences>;
