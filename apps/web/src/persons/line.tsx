import { type ReactNode, useId } from 'react';
import { Icon } from '../ui/icon.tsx';
import css from './persons.module.css';

type LineProps = {
  label: string;
  hint?: string;
  error?: string | null | undefined;
  children: (id: string, describedBy?: string) => ReactNode;
};

/** A question with one answer; what is wrong with it is said right there. */
export function Line({ label, hint, error, children }: LineProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.line} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={css.quiet}>
          {hint}
        </span>
      )}
      {children(id, described || undefined)}
      {error && <Wrong id={`${id}-error`}>{error}</Wrong>}
    </div>
  );
}

export function Wrong({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className={css.wrong}>
      <Icon name="warning" size={16} /> <span>{children}</span>
    </p>
  );
}
