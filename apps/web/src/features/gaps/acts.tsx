import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { mayBe } from '../../needs/columns.ts';
import type { AskedStep } from '../../needs/step-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

type ActsProps = {
  gap: GapInFull;
  busy: boolean;
  refused: string | null;
  onAcknowledge: () => void;
  onStep: (step: AskedStep) => void;
  onFollow: () => void;
};

const asked = [
  ['assign', 'A'],
  ['address', 'D'],
  ['close', 'C'],
  ['reopen', 'R'],
] as const;

/** What may be done with it now, and by which key. */
export function Acts({ gap, busy, refused, onAcknowledge, onStep, onFollow }: ActsProps) {
  const { t } = useWords();
  const { may } = useSession();
  const offline = useConnection().state === 'offline';
  const mayChange = may('gap:change');
  return (
    <div className={css.acts}>
      {mayChange && mayBe(gap.state, 'acknowledge') && (
        <button type="button" aria-disabled={busy} disabled={offline} aria-keyshortcuts="p" onClick={onAcknowledge}>
          {t('act.acknowledge')} <kbd aria-hidden>P</kbd>
        </button>
      )}
      {mayChange &&
        asked
          .filter(([step]) => mayBe(gap.state, step))
          .map(([step, key]) => (
            <button
              key={step}
              type="button"
              disabled={offline}
              data-first={step === 'assign' || undefined}
              aria-keyshortcuts={key.toLowerCase()}
              onClick={() => onStep(step)}
            >
              {t(`act.${step}`)} <kbd aria-hidden>{key}</kbd>
            </button>
          ))}
      {may('gap:follow') && (
        <button type="button" aria-pressed={gap.following} disabled={offline} onClick={onFollow}>
          <Icon name={gap.following ? 'check' : 'plus'} size={16} /> {t(gap.following ? 'act.followed' : 'act.follow')}
        </button>
      )}
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused}
        </p>
      )}
    </div>
  );
}
