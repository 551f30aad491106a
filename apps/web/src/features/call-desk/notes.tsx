import { useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import css from './call-desk.module.css';
import type { Act } from './desk.ts';
import { Key } from './key.tsx';
import { personalIn } from './personal.ts';
import { useWords } from './words.ts';

const MOST = 2_000;

/** What helps the next person who answers; what says who the caller is, is named beside it before it is kept. */
export function Notes({ notes, onAct }: { notes: string; onAct: (act: Act) => void }) {
  const { t } = useWords();
  const id = useId();
  const personal = personalIn(notes);
  return (
    <section className={css.panel} data-way="notes">
      <h2>
        <label htmlFor={id}>{t('notes')}</label> <Key of="T" />
      </h2>
      <div id={`${id}-flag`} role="status">
        {personal.length > 0 && (
          <p className={css.flag}>
            <Icon name="warning" size={18} />
            <span>{t('personal', { what: personal.map(one => t(`personalOf.${one}`)).join(', ') })}</span>
          </p>
        )}
      </div>
      <textarea
        id={id}
        className={css.notes}
        rows={3}
        maxLength={MOST}
        value={notes}
        placeholder={t('notesHint')}
        aria-describedby={`${id}-flag`}
        onChange={event => onAct({ is: 'notes', notes: event.target.value })}
      />
    </section>
  );
}
