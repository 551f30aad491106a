import type { RoundLineFragment } from '../../hub/gql/graphql.ts';
import css from '../../persons/persons.module.css';
import { useWords } from '../../persons/words.ts';

const figures = ['safe', 'needsHelp', 'visitRequested', 'refused', 'wrongNumber', 'waiting'] as const;

/** How far it is, and what came of it: figures, nobody. */
export function Progress({ round: { progress } }: { round: RoundLineFragment }) {
  const { t } = useWords();
  const done = progress.total - progress.waiting;
  const words = t('rounds.progress', { done, total: progress.total });
  return (
    <>
      <p>{words}</p>
      <progress className={css.progress} max={Math.max(progress.total, 1)} value={done} aria-label={words} />
      <ul className={css.figures}>
        {figures.map(figure => (
          <li key={figure}>
            {t(`figure.${figure}`)} <b>{progress[figure]}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
