import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Countdown } from '../../ui/countdown.tsx';
import { ExerciseMark } from '../../ui/exercise.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PhaseSteps } from '../../ui/phase-steps.tsx';
import { useRuns } from '../../ui/use-runs.ts';
import { addressOf, type Chosen } from './chosen.ts';
import { type CrisisHere, running } from './crisis-of.ts';
import { Others } from './others.tsx';
import { Sentence } from './sentence.tsx';
import css from './situation.module.css';
import type { Board } from './use-board.ts';
import { useWords } from './words.ts';

type HeadProps = { title: ReactNode; board: Board; crisis: CrisisHere | null; chosen: Chosen; wall: string };

/** The event, where it stands, how it stands, and the ways on from here. */
export function Head({ title, board, crisis, chosen, wall }: HeadProps) {
  const { t } = useWords();
  const runs = useRuns(crisis?.emergency);
  const at = (id: string | null) => `/situation?${addressOf({ ...chosen, crisis: id }).toString()}`;
  return (
    <div className={css.head}>
      <div className={css.what}>
        {title}
        {crisis && <PhaseSteps phase={crisis.phase} />}
        {crisis?.exercise && <ExerciseMark />}
      </div>
      <div className={css.how}>
        {crisis?.emergency && runs && (
          <b className={css.emergency}>
            {t('emergency')}, <Countdown until={crisis.emergency.until} />
          </b>
        )}
        {board.ready && <Sentence figures={board.figures} scope={crisis && !chosen.crisis ? 'all' : crisis ? 'event' : null} />}
        {board.ready && crisis && !chosen.crisis && <Link to={at(crisis.id)}>{t('onlyEvent')}</Link>}
        {board.ready && chosen.crisis && <Link to={at(null)}>{t('wholeDirectory')}</Link>}
      </div>
      <Others others={running(board.crises).filter(({ id }) => id !== crisis?.id)} addressOf={at} />
      <p className={css.ways}>
        <Link to={crisis ? `/crises/${crisis.id}` : '/crises'}>
          <Icon name="list" size={16} /> {t(crisis ? 'toCrisis' : 'toCrises')}
        </Link>
        <Link to={wall} aria-keyshortcuts="m">
          <Icon name="screen" size={16} /> {t('toWall')} <kbd aria-hidden>M</kbd>
        </Link>
      </p>
    </div>
  );
}
