import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from './localized.tsx';
import { now as rightNow } from './pulse.ts';
import { oneOf } from './one-of.ts';
import { statusWords } from './status-words.ts';
import { countIsOld, type Said } from './sureness.ts';
import { useTimes } from './use-times.ts';

/** What is left; once that is old, since when, and that it is to be confirmed. */
export function useCapacity() {
  const { t, i18n } = useTranslation(statusWords);
  const times = useTimes();
  const { language } = i18n;

  return useMemo(() => {
    /** French counts none and one in the singular; of a word of their own, nobody knows it but they. */
    const countOf = ({ available, total, unit: named }: NonNullable<Said['capacity']>): string => {
      const unit = textIn(named, language).text || t('capacity.places');
      const counted = total == null || language === 'fr' ? available : total; // « 1 panier sur 40 », “1 of 40 baskets”
      const few = counted === 1 || (counted === 0 && language === 'fr');
      const one = few ? oneOf(unit, language) : unit;
      const words = { available, total, unit: one ?? unit };
      if (total == null) return one ? t('capacity.left', words) : t('capacity.leftNamed', words);
      return one ? t('capacity.of', words) : t('capacity.ofNamed', words);
    };
    return (said: Said, now = rightNow()): string | null => {
      if (!said.capacity) return null;
      const count = countOf(said.capacity);
      return countIsOld(said, now) ? t('capacity.old', { count, age: times.age(said.capacity.asOf, now) }) : count;
    };
  }, [t, language, times]);
}
