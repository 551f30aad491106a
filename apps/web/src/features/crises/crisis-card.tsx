import { Link } from 'react-router';
import { Countdown } from '../../ui/countdown.tsx';
import { ExerciseMark } from '../../ui/exercise.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { PhaseSteps } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './crises.module.css';
import type { Listed } from './use-crises.ts';
import { useNature, useWords } from './words.ts';

const MOST = 5;

/** An event among others. */
export function CrisisCard({ crisis }: { crisis: Listed }) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const textOf = useText();
  const natureOf = useNature();
  const times = useTimes();
  const { id, name, nature, phase, exercise, openedAt, closedAt, emergency, areas } = crisis;
  const runs = useRuns(emergency);
  const towns = areas.slice(0, MOST).map(({ territory }) => textOf(territory.name));
  const more = areas.length - towns.length;
  return (
    <li className={css.card} data-over={closedAt ? true : undefined}>
      <h3>
        <Link to={`/crises/${id}`}>
          <Localized of={name} />
        </Link>{' '}
        {exercise && <ExerciseMark />}
      </h3>
      <PhaseSteps phase={phase} small />
      <p className={css.quiet}>
        {natureOf(nature)} · {t('openedAt', { when: times.when(openedAt, now()) })}
        {closedAt && ` · ${t('closedAt', { when: times.when(closedAt, now()) })}`}
      </p>
      <p className={css.quiet}>
        {towns.join(', ')}
        {more > 0 && ` ${t('andMore', { count: more })}`}
      </p>
      {emergency && runs && (
        <p className={css.emergency}>
          <b>{say('emergency')}</b> <Countdown until={emergency.until} />
        </p>
      )}
    </li>
  );
}
