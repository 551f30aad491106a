import { useQuery } from '@apollo/client/react';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import { type Chosen, filterOf } from './chosen.ts';
import css from './days.module.css';
import { scaleOf } from './scale-of.ts';
import { SituationDays } from './situation.query.ts';
import { useWords } from './words.ts';

type DaysProps = { chosen: Chosen; open: number; all: number };

/** How many were open, and sure of it, on each day at this hour; the last is now, as the board says it. */
export function Days({ chosen, open, all }: DaysProps) {
  const { t } = useWords();
  const { language, zone } = useTimes();
  // not kept: what the board itself has read of the same selection stays as it is
  const { data, previousData, error } = useQuery(SituationDays, { variables: { filter: filterOf(chosen) }, fetchPolicy: 'no-cache' });
  const before = (data ?? previousData)?.situation.openByDay ?? [];
  if (error && before.length === 0) return null;
  const days = [...before, { at: new Date(now()).toISOString(), n: open }];
  const dated = new Intl.DateTimeFormat(`${language}-CA`, { day: 'numeric', month: 'short', timeZone: zone });
  const nameOf = (at: string) => dated.format(new Date(at));
  return (
    <figure className={css.days} aria-busy={before.length === 0}>
      <figcaption>
        <b>{t('days.title')}</b> <span>{t('days.of', { count: all })}</span>
      </figcaption>
      {before.length > 0 && (
        <>
          <Line counts={days.map(({ n }) => n)} />
          <p className={css.axis} aria-hidden>
            <span>{nameOf(days[0]!.at)}</span>
            <span>{nameOf(days[Math.floor(days.length / 2)]!.at)}</span>
            <span>{t('days.now')}</span>
          </p>
          <ol className="unseen">
            {days.map(({ at, n }, day) => (
              <li key={day}>{t('days.then', { day: day === before.length ? t('days.now') : nameOf(at), count: n })}</li>
            ))}
          </ol>
        </>
      )}
    </figure>
  );
}

function Line({ counts }: { counts: readonly number[] }) {
  const { low, high } = scaleOf(counts);
  const heightOf = (n: number) => (high - n) / (high - low);
  const last = counts.at(-1)!; // now is always there
  return (
    <div className={css.plot} aria-hidden>
      <span className={css.high}>{high}</span>
      <span className={css.low}>{low}</span>
      <div>
        <svg viewBox={`0 0 ${counts.length - 1} 1`} preserveAspectRatio="none">
          <polyline points={counts.map((n, day) => `${day},${heightOf(n)}`).join(' ')} />
        </svg>
        <i style={{ top: `${heightOf(last) * 100}%` }} />
        <b style={{ top: `${heightOf(last) * 100}%` }} data-below={heightOf(last) < 0.5 || undefined}>
          {last}
        </b>
      </div>
    </div>
  );
}
