import css from './needs.module.css';

const HIGH = 20;

/** Requests of the last days, today last: its shape; the figures stand beside it in words. */
export function Spark({ days }: { days: readonly { n: number }[] }) {
  const most = Math.max(1, ...days.map(({ n }) => n));
  return (
    <svg className={css.spark} width={days.length * 8} height={HIGH} viewBox={`0 0 ${days.length * 8} ${HIGH}`} aria-hidden>
      {days.map(({ n }, day) => {
        const high = n === 0 ? 1 : Math.max(2, (n / most) * HIGH);
        return (
          <rect key={day} x={day * 8 + 0.5} y={HIGH - high} width={6.5} height={high} data-late={day >= days.length - 3 || undefined} />
        );
      })}
    </svg>
  );
}

/** More or fewer than in the three days before. */
export function Trend({ recent, before, words }: { recent: number; before: number; words: string }) {
  const by = recent - before;
  return (
    <span className={css.trend} title={words}>
      <span aria-hidden>{by === 0 ? '=' : by > 0 ? `+${by}` : `−${-by}`}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
