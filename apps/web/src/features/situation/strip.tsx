import { StatusShape } from '../../ui/status-badge.tsx';
import { states } from '../../ui/tokens.mjs';
import { type Bucket, buckets, type Figures } from './board.ts';
import { toggled } from './chosen.ts';
import css from './strip.module.css';
import { useWords } from './words.ts';

type StripProps = {
  figures: Figures;
  yesterday: Readonly<Record<Bucket, number>> | undefined;
  chosen: readonly Bucket[];
  onChoose?: (buckets: Bucket[]) => void;
};

/** How many are sure of each state, and how many nobody is sure of: together, all of them. Each is a filter of the rest of the board. */
export function Strip({ figures, yesterday, chosen, onChoose }: StripProps) {
  const { t } = useWords();
  return (
    <ul className={css.strip} aria-label={t('strip')} data-still={!onChoose || undefined}>
      {buckets.map((bucket, n) => {
        const cell = <Cell bucket={bucket} figures={figures} since={yesterday && figures.n[bucket] - yesterday[bucket]} />;
        const out = chosen.length > 0 && !chosen.includes(bucket);
        return (
          <li key={bucket} data-out={out || undefined}>
            {onChoose ? (
              <button
                type="button"
                aria-pressed={chosen.includes(bucket)}
                aria-keyshortcuts={String(n + 1)}
                onClick={() => onChoose(toggled(chosen, bucket))}
              >
                {cell}
              </button>
            ) : (
              <div>{cell}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type CellProps = { bucket: Bucket; figures: Figures; since: number | undefined };

function Cell({ bucket, figures: { n, stale }, since }: CellProps) {
  const { t } = useWords();
  return (
    <>
      <span className={css.word}>
        {bucket === 'TO_CONFIRM' ? <span className={css.hatch} aria-hidden /> : <StatusShape state={bucket} size={18} />}
        {t(`bucket.${bucket}`)}
      </span>
      <span className={css.figure}>
        <b data-figure={bucket}>{n[bucket]}</b>
        {since !== undefined && (
          <span>
            {since === 0 ? '=' : since > 0 ? `+${since}` : `−${-since}`}
            <span className="unseen"> {t('sinceYesterday')}</span>
          </span>
        )}
      </span>
      <span className={css.bar} aria-hidden>
        {bucket === 'TO_CONFIRM' ? (
          states.filter(state => stale[state] > 0).map(state => <Part key={state} state={state} n={stale[state]} hatched />)
        ) : (
          <>
            <Part state={bucket} n={n[bucket]} />
            <Part state={bucket} n={stale[bucket]} hatched />
          </>
        )}
      </span>
    </>
  );
}

const Part = ({ state, n, hatched }: { state: string; n: number; hatched?: boolean }) =>
  n > 0 ? <i data-hatched={hatched || undefined} style={{ flexGrow: n, color: `var(--fanal-fill-${state})` }} /> : null;
