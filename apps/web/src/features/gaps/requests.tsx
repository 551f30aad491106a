import { useTimes } from '../../ui/use-times.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

const WIDE = 560;
const HIGH = 132;
const LEFT = 30;
const LATE = 3;

/** How many, since when, and day by day. */
export function Requests({ gap }: { gap: GapInFull }) {
  const { t } = useWords();
  return (
    <section className={css.panel} aria-labelledby="requests" data-part="number">
      <h2 id="requests" className="unseen">
        {t('requestsTitle')}
      </h2>
      <p className={css.big} role="status">
        <b data-requests>{gap.count}</b>
        <span>
          {t('ofRequests', { count: gap.count })}, {t('households', { count: gap.households })}
          <span>
            {t('recent', { count: gap.weight.recent })} {t('before', { count: gap.weight.before })}
          </span>
        </span>
      </p>
      <Days days={gap.daily} />
    </section>
  );
}

function Days({ days }: { days: GapInFull['daily'] }) {
  const { t } = useWords();
  const { language } = useTimes();
  const dated = new Intl.DateTimeFormat(`${language}-CA`, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const nameOf = (day: string, at: number) => (at === days.length - 1 ? t('today') : dated.format(new Date(day)));
  const top = Math.max(2, ...days.map(({ n }) => n));
  const high = top % 2 === 0 ? top : top + 1;
  const wide = (WIDE - LEFT) / days.length;
  const y = (n: number) => 16 + (HIGH - 16) * (1 - n / high);
  return (
    <>
      <svg className={css.days} viewBox={`0 0 ${WIDE} ${HIGH + 20}`} aria-hidden>
        {[0, high / 2, high].map(n => (
          <g key={n}>
            <path d={`M${LEFT} ${y(n)}H${WIDE}`} />
            <text x={LEFT - 8} y={y(n) + 4} textAnchor="end">
              {n}
            </text>
          </g>
        ))}
        {days.map(({ day, n }, at) => (
          <g key={day}>
            <rect
              x={LEFT + at * wide + wide * 0.16}
              y={y(n)}
              width={wide * 0.68}
              height={y(0) - y(n)}
              rx={2}
              data-late={at >= days.length - LATE || undefined}
            />
            {at >= days.length - LATE && n > 0 && (
              <text x={LEFT + (at + 0.5) * wide} y={y(n) - 5} textAnchor="middle" data-strong>
                {n}
              </text>
            )}
            {(at === 0 || at === Math.floor(days.length / 2) || at === days.length - 1) && (
              <text x={LEFT + (at + 0.5) * wide} y={HIGH + 16} textAnchor="middle">
                {nameOf(day, at)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details className={css.asTable}>
        <summary>{t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('requestsTitle')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, n }, at) => (
              <tr key={day}>
                <th scope="row">{nameOf(day, at)}</th>
                <td>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
