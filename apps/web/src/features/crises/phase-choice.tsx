import { type Phase, phases } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import css from './crises.module.css';

type PhaseChoiceProps = { name: string; value: Phase | ''; now?: Phase | null; closing?: boolean; onChange: (phase: Phase) => void };

/** Any phase but the present one, earlier or later. */
export function PhaseChoice({ name, value, now = null, closing, onChange }: PhaseChoiceProps) {
  const { t } = useCrisisWords();
  const all: Phase[] = closing ? [...phases, 'CLOSED'] : [...phases];
  return (
    <div className={css.choices}>
      {all.map(phase => (
        <label key={phase} data-now={phase === now || undefined}>
          <input type="radio" name={name} checked={value === phase} disabled={phase === now} onChange={() => onChange(phase)} />
          {t(`phase.${phase}`)}
        </label>
      ))}
    </div>
  );
}
