import { useFirstGaps } from '../../needs/use-first-gaps.ts';
import { useGapName } from '../../needs/words.ts';
import css from './wall.module.css';
import { useWords } from './words.ts';

const FEW = 3;

/** How many needs nobody could meet yet, and the first of them: kinds and places, nothing of anybody. */
export function WallNeeds() {
  const { t } = useWords();
  const nameOf = useGapName();
  const read = useFirstGaps({}, FEW);
  if (!read || read.total === 0) return null;
  return (
    <>
      <h2>
        <b>{read.total}</b> {t('wall.needs', { count: read.total })}
      </h2>
      <ul className={css.needs}>
        {read.gaps.map(gap => (
          <li key={gap.id}>
            <b>{gap.count}</b> <span>{nameOf(gap)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
