import { StatusShape } from '../../ui/status-badge.tsx';
import { type Bucket, buckets, type Figures } from './board.ts';
import css from './wall.module.css';
import { useWords } from './words.ts';

type WallFiguresProps = { figures: Figures; yesterday: Readonly<Record<Bucket, number>> | undefined; scale: number };

/** How many are sure of each state, and how many nobody is sure of: together, all of them. */
export function WallFigures({ figures: { n }, yesterday, scale }: WallFiguresProps) {
  const { t } = useWords();
  return (
    <ul className={css.figures} aria-label={t('strip')}>
      {buckets.map(bucket => (
        <li key={bucket}>
          <span>
            {bucket === 'TO_CONFIRM' ? <i className={css.hatch} aria-hidden /> : <StatusShape state={bucket} size={30 * scale} />}
            {t(`bucket.${bucket}`)}
          </span>
          <b data-figure={bucket}>{n[bucket]}</b>
          {yesterday && <Since n={n[bucket] - yesterday[bucket]} />}
        </li>
      ))}
    </ul>
  );
}

function Since({ n }: { n: number }) {
  const { t } = useWords();
  return (
    <span className={css.since}>
      {n === 0 ? '=' : n > 0 ? `+${n}` : `−${-n}`}
      <span className="unseen"> {t('sinceYesterday')}</span>
    </span>
  );
}
