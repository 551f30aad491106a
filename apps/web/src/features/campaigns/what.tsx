import css from './campaigns.module.css';
import { factKinds, type Letter } from './draft.ts';
import { Both } from './fields.tsx';
import { useWords } from './words.ts';

type WhatProps = { draft: Letter; write: (change: Partial<Letter>) => void; wrong: (field: string) => string | null };

/** What is written, in both languages, and what is asked. */
export function What({ draft, write, wrong }: WhatProps) {
  const { t } = useWords();
  return (
    <section className={css.panel} aria-labelledby="what">
      <h2 id="what">{t('what')}</h2>
      <Both label={t('name')} value={draft.name} most={200} error={wrong('name')} onChange={name => write({ name })} />
      <Both label={t('subject')} value={draft.subject} most={150} error={wrong('subject')} onChange={subject => write({ subject })} />
      <Both
        label={t('message')}
        value={draft.message}
        most={5_000}
        rows={6}
        error={wrong('message')}
        onChange={message => write({ message })}
      />
      <fieldset className={css.choices}>
        <legend>{t('asks')}</legend>
        <label className={css.check}>
          <input type="checkbox" checked disabled /> {t('asksState')}
        </label>
        <label className={css.check}>
          <input type="checkbox" checked={draft.askCapacity} onChange={event => write({ askCapacity: event.target.checked })} />{' '}
          {t('asksCapacity')}
        </label>
        {factKinds.map(kind => (
          <label key={kind} className={css.check}>
            <input
              type="checkbox"
              checked={draft.facts.includes(kind)}
              onChange={event =>
                write({ facts: factKinds.filter(one => (one === kind ? event.target.checked : draft.facts.includes(one))) })
              }
            />{' '}
            {t(`fact.${kind}`)}
          </label>
        ))}
      </fieldset>
      <Both
        label={t('question')}
        value={draft.question}
        most={500}
        rows={2}
        error={wrong('question')}
        onChange={question => write({ question })}
      />
    </section>
  );
}
