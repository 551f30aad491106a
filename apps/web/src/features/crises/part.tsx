import { type ReactNode, useId, useState } from 'react';
import css from './crises.module.css';

type PartProps = {
  title: string;
  /** Where « Sur cette page » goes. */
  at: string;
  /** What may be done here: its word, and the form that does it. */
  act?: { word: string; form: (close: () => void) => ReactNode } | false;
  changed?: boolean;
  children: ReactNode;
};

/** One thing that is said of an event, and in place the act that changes it. */
export function Part({ title, at, act, changed, children }: PartProps) {
  const id = useId();
  const [open, become] = useState(false);
  return (
    <section id={at} className={css.part} aria-labelledby={id} data-changed={changed || undefined}>
      <div className={css.partHead}>
        <h2 id={id}>{title}</h2>
        {act && (
          <button type="button" className={css.act} aria-expanded={open} onClick={() => become(!open)}>
            {act.word}
          </button>
        )}
      </div>
      {act && open && act.form(() => become(false))}
      {children}
    </section>
  );
}
