import type { Phase } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import css from './crises.module.css';
import { freshIn } from './fresh-hours.ts';
import type { Area, Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

type WhatFollowsProps = {
  crisis: Crisis;
  /** None: all areas. */
  area: Area | null;
  from: Phase | null;
  to: Phase;
  concerned: number | undefined;
};

/** What a phase makes of freshness, and how many services it is about. */
export function WhatFollows({ crisis, area, from, to, concerned }: WhatFollowsProps) {
  const { t } = useWords();
  const runs = useRuns((area ?? crisis).emergency);
  const { lasts } = useCrisisWords();
  const [before, after] = [from && freshIn(crisis, from), freshIn(crisis, to)];
  if (crisis.exercise) return <p className={css.follows}>{t('follows.exercise')}</p>;
  if (to === 'CLOSED' || after === null)
    return (
      <p className={css.follows}>
        {t('follows.closed')} {runs && <b>{t('follows.emergency')}</b>}
      </p>
    );
  const stricter = before !== null && after < before;
  const looser = before !== null && after > before;
  return (
    <p className={css.follows}>
      {before === null ? t('follows.fresh', { after: lasts(after) }) : t('follows.was', { after: lasts(after), before: lasts(before) })}{' '}
      {concerned !== undefined && stricter && t('follows.stricter', { count: concerned, after: lasts(after) })}
      {concerned !== undefined && looser && t('follows.looser', { count: concerned })}
    </p>
  );
}
