import { useTranslation } from 'react-i18next';
import { crisisWords } from './crisis-words.ts';
import { lasts, leftOf } from './left.ts';

/** What is left of an emergency, and how long a word stays fresh. */
export function useCrisisWords() {
  const { t } = useTranslation(crisisWords);
  return {
    t,
    left: (until: string, now: number): string => {
      const left = leftOf(Date.parse(until), now);
      return left ? t(`left.${left.key}`, left) : t('over');
    },
    lasts: (hours: number): string => {
      const { key, count } = lasts(hours);
      return t(`lasts.${key}`, { count });
    },
  };
}
