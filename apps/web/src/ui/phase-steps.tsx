import css from './phase-steps.module.css';
import { useCrisisWords } from './use-crisis-words.ts';

export const phases = ['WATCH', 'ALERT', 'RESPONSE', 'RECOVERY'] as const;
export type Phase = (typeof phases)[number] | 'CLOSED';

/** Where an event stands on its way. */
export function PhaseSteps({ phase, small }: { phase: Phase; small?: boolean }) {
  const { t } = useCrisisWords();
  if (phase === 'CLOSED') return <b className={css.over}>{t('phase.CLOSED')}</b>;
  return (
    <ol className={css.phases} aria-label={t('phases')} data-small={small || undefined}>
      {phases.map(step => (
        <li key={step} aria-current={step === phase ? 'step' : undefined}>
          {t(`phase.${step}`)}
        </li>
      ))}
    </ol>
  );
}
