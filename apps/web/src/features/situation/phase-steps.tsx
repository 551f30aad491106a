import type { CrisisPhase } from '../../hub/gql/graphql.ts';
import css from './situation.module.css';
import { useWords } from './words.ts';

const steps: CrisisPhase[] = ['WATCH', 'ALERT', 'RESPONSE', 'RECOVERY'];

export function PhaseSteps({ phase }: { phase: CrisisPhase }) {
  const { t } = useWords();
  if (phase === 'CLOSED') return <b className={css.exercise}>{t('phase.CLOSED')}</b>;
  return (
    <ol className={css.phases} aria-label={t('phases')}>
      {steps.map(step => (
        <li key={step} aria-current={step === phase ? 'step' : undefined}>
          {t(`phase.${step}`)}
        </li>
      ))}
    </ol>
  );
}
