import type { CrisisHere } from './crisis-of.ts';
import { PhaseSteps } from './phase-steps.tsx';
import css from './situation.module.css';
import type { Board } from './use-board.ts';
import { useWords } from './words.ts';

/** The event, where it stands, and one sentence that a tired person can repeat on the phone. */
export function Head({ board, crisis }: { board: Board; crisis: CrisisHere | null }) {
  const { t } = useWords();
  return (
    <div className={css.head}>
      {crisis && <PhaseSteps phase={crisis.phase} />}
      {crisis?.exercise && <b className={css.exercise}>{t('exercise')}</b>}
      <Sentence board={board} />
    </div>
  );
}

export function Sentence({ board: { figures } }: { board: Board }) {
  const { t } = useWords();
  const { n, all } = figures;
  if (all === 0) return <p className={css.sentence}>{t('sentence.none')}</p>;
  return (
    <p className={css.sentence}>
      {t('sentence.open', { count: n.OPEN, all: t('services', { count: all }) })} <b>{t('sentence.toConfirm', { count: n.TO_CONFIRM })}</b>
      {n.UNKNOWN > 0 && ` ${t('sentence.never', { count: n.UNKNOWN })}`}
    </p>
  );
}
