import { type FormEvent, useId, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './call-desk.module.css';
import type { Call } from './call.ts';
import type { Act } from './desk.ts';
import { Key } from './key.tsx';
import type { Kind } from './use-ground.ts';
import { guess, useUnderstood } from './use-understood.ts';
import { useWords } from './words.ts';

type NeedFieldProps = { call: Call; kinds: readonly Kind[]; onAct: (act: Act) => void; onOut: () => void };

/** A need in the caller's own words; what the hub takes them for is said as they are typed, and can be corrected. */
export function NeedField({ call, kinds, onAct, onOut }: NeedFieldProps) {
  const { t } = useWords();
  const textOf = useText();
  const id = useId();
  const [typed, type] = useState('');
  const crisisId = call.crisisId ?? null;
  const { likely, settle } = useUnderstood(typed, crisisId);
  const [first] = likely;

  const enter = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (!text) return onOut();
    const key = newId();
    const taken = first ? { kind: first.kind.code, category: first.category?.code ?? null } : guess(text, kinds);
    onAct({ is: 'need', key, text, ...taken });
    type('');
    onOut();
    void settle(text).then(answer => answer && onAct({ is: 'understood', key, ...answer }));
  };
  return (
    <form className={css.needField} data-way="need" onSubmit={enter}>
      <label htmlFor={id} className="unseen">
        {t('anotherNeed')}
      </label>
      <Icon name="plus" size={18} />
      <input
        id={id}
        value={typed}
        maxLength={200}
        autoComplete="off"
        placeholder={t(call.needs.length === 0 ? 'firstNeed' : 'anotherNeed')}
        aria-describedby={`${id}-taken`}
        onChange={event => type(event.target.value)}
      />
      <Key of="B" />
      <p id={`${id}-taken`} className={css.taken} role="status">
        {typed.trim() && first && (
          <>
            <Icon name="arrow" size={14} /> <b>{textOf(first.kind.name)}</b> {first.category && textOf(first.category.name)}
            <span className={css.quiet}> {t('entered')}</span>
          </>
        )}
      </p>
    </form>
  );
}
