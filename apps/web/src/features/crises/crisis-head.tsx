import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Instant } from '../../ui/instant.tsx';
import { now } from '../../ui/pulse.ts';
import { PhaseSteps } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './crises.module.css';
import { Emergency } from './emergency.tsx';
import { freshIn } from './fresh-hours.ts';
import type { Crisis } from './use-crisis.ts';
import { useNature, useWords } from './words.ts';

type CrisisHeadProps = {
  title: ReactNode;
  crisis: Crisis;
  situation: { total: number; toConfirm: number } | undefined;
  justChanged: boolean;
};

/** What it is, where it stands, and what that means for what services say. */
export function CrisisHead({ title, crisis, situation, justChanged }: CrisisHeadProps) {
  const { t } = useWords();
  const { lasts } = useCrisisWords();
  const { may } = useSession();
  const natureOf = useNature();
  const times = useTimes();
  const runs = useRuns(crisis.emergency);
  const hours = freshIn(crisis, crisis.phase);
  return (
    <div className={css.head} data-changed={justChanged || undefined}>
      {title}
      <PhaseSteps phase={crisis.phase} />
      <p className={css.quiet}>
        {natureOf(crisis.nature)} · <Instant at={crisis.openedAt}>{t('openedAt', { when: times.when(crisis.openedAt, now()) })}</Instant>
        {crisis.closedAt && (
          <>
            {' '}
            · <Instant at={crisis.closedAt}>{t('closedAt', { when: times.when(crisis.closedAt, now()) })}</Instant>
          </>
        )}
      </p>
      {crisis.emergency && runs && <Emergency of={crisis.emergency} />}
      {!crisis.closedAt && !crisis.exercise && situation && hours !== null && (
        <p className={css.sentence}>
          {t('concerns', { count: situation.total })} {t('freshFor', { hours: lasts(hours) })}{' '}
          <b>{t('toConfirm', { count: situation.toConfirm })}</b>
        </p>
      )}
      <p className={css.ways}>
        {may('silence:read') && <Link to={`/situation?crisis=${crisis.id}`}>{t('toBoard')}</Link>}
        <Link to="/">{t('toServices')}</Link>
        <Link to="/crises">{t('seeAll')}</Link>
      </p>
    </div>
  );
}
