import type { ReactNode } from 'react';
import css from './field.module.css';
import { Icon } from './icon.tsx';

type FieldProps = { label: string; labelUnseen?: boolean; optional?: string | false; error?: ReactNode; children: ReactNode };

/** A question and its answers; what is wrong with the answer is said right there, and focused. */
export function Field({ label, labelUnseen, optional, error, children }: FieldProps) {
  return (
    <fieldset
      className={css.field}
      tabIndex={error ? -1 : undefined}
      ref={error ? focusOnce : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={labelUnseen ? 'unseen' : css.label}>
        {label} {optional && <span className={css.optional}>{optional}</span>}
      </legend>
      {error && (
        <p className={css.error} role="alert">
          <Icon name="warning" size={18} />
          <span>{error}</span>
        </p>
      )}
      {children}
    </fieldset>
  );
}

const focusOnce = (field: HTMLFieldSetElement | null) => {
  // After the sheet's own focus trap has looked for its first place.
  setTimeout(() => field?.focus(), 250);
};
