import { useText } from '../../ui/localized.tsx';
import type { RuleLineFragment } from '../../hub/gql/graphql.ts';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import { hourWords, listed } from './rule-draft.ts';
import { useWords } from './words.ts';

/** When a rule asks and whom, in one sentence. */
export function useRuleWords() {
  const { t } = useWords();
  const { t: crisisWord } = useCrisisWords();
  const { language } = useTimes();
  const textOf = useText();
  return ({ kind, byday, atTime, phases, crisis }: Pick<RuleLineFragment, 'kind' | 'byday' | 'atTime' | 'phases' | 'crisis'>): string => {
    const days =
      byday.length === 0 || byday.length === 7
        ? t('rule.everyDay')
        : listed(
            byday.map(day => t(`rule.on.${day}`)),
            language,
            'conjunction',
          );
    const during = phases.map(phase => crisisWord(`phase.${phase}`).toLowerCase());
    return [
      t('rule.when', { days, hour: hourWords(atTime, language) }),
      kind === 'STALE' && t('rule.onlyStale'),
      during.length === 0 ? t('rule.always') : t('rule.during', { phases: listed(during, language, 'disjunction') }),
      crisis && textOf(crisis.name),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
