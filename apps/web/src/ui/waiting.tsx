import { type ReactNode, useEffect, useState } from 'react';
import css from './waiting.module.css';

const after = (delay: number, done: () => void) => {
  const timer = setTimeout(done, delay);
  return () => clearTimeout(timer);
};

/** The layout to come after 200 ms, and a word after 2 s. */
export function Waiting({ word, rows = 4, high = 150 }: { word: string; rows?: number; high?: 64 | 112 | 150 }) {
  const [step, go] = useState(0);
  useEffect(() => after(200, () => go(1)), []);
  useEffect(() => after(2_000, () => go(2)), []);
  return (
    <div className={css.waiting} role="status" aria-busy>
      {step > 1 ? <p>{word}</p> : <span className="unseen">{word}</span>}
      {step > 0 && Array.from({ length: rows }, (_, row) => <div key={row} className={css.bone} data-high={high} />)}
    </div>
  );
}

type CalmProps = { title: ReactNode; children?: ReactNode; alert?: boolean };

/** A region with nothing to show: says why, what is safe and what to do. */
export function Calm({ title, children, alert }: CalmProps) {
  return (
    <section className={css.calm} role={alert ? 'alert' : undefined}>
      <p className={css.calmTitle}>{title}</p>
      {children && <div className={css.calmActions}>{children}</div>}
    </section>
  );
}
