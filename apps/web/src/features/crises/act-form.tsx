import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useConnection } from '../../hub/connection.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './crises.module.css';
import { useWords } from './words.ts';

type ActFormProps = {
  label: string;
  /** What the button says it does. */
  send: string;
  busy: boolean;
  /** What was refused and belongs to no field. */
  refused?: string | null | undefined;
  onSend: () => void;
  onClose?: () => void;
  children: ReactNode;
};

/** An act: in place it takes the focus and gives it back; without a line it waits. */
export function ActForm({ label, send, busy, refused, onSend, onClose, children }: ActFormProps) {
  const { t } = useWords();
  const offline = useConnection().state === 'offline';
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!onClose) return; // a page of its own begins at its heading
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const sent = useRef(false);
  useEffect(() => {
    if (!sent.current || busy) return;
    sent.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); // what is wrong is gone to
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline) return;
    sent.current = true;
    onSend();
  };
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onClose?.()}
    >
      {children}
      {refused && (
        <p role="alert" className={css.refused}>
          <Icon name="warning" size={18} /> {refused}
        </p>
      )}
      <p className={css.buttons}>
        <button type="submit" disabled={offline} aria-disabled={busy}>
          {send}
        </button>
        {onClose && (
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        )}
        {offline && <span className={css.quiet}>{t('offline')}</span>}
      </p>
    </form>
  );
}
