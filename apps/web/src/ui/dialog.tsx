import { type ReactNode, useEffect, useRef } from 'react';
import css from './dialog.module.css';

type DialogProps = { label: string; onClose: () => void; children: ReactNode };

/** The browser's own, above everything: it holds the focus, gives it back, and only it closes by Escape. */
export function Dialog({ label, onClose, children }: DialogProps) {
  const self = useRef<HTMLDialogElement>(null);
  useEffect(() => self.current?.showModal(), []);
  return (
    <dialog
      ref={self}
      className={css.dialog}
      aria-label={label}
      onClose={onClose}
      onClick={event => event.target === self.current && self.current.close()}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // a search field would only be emptied
        self.current?.close();
      }}
    >
      <div className={css.inside} data-mantine-stop-propagation="true">
        {children}
      </div>
    </dialog>
  );
}
