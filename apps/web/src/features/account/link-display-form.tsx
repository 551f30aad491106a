import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import css from './account.module.css';
import { LinkDisplay } from './displays.query.ts';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

const fields = ['code', 'name'] as const;
type Field = (typeof fields)[number];

/** The code that a screen shows, and what to call it; what is wrong is said at its field, and nothing typed is lost. */
export function LinkDisplayForm({ done }: { done: (name: string) => void }) {
  const { t } = useWords();
  const [typed, type] = useState({ code: '', name: '' });
  const [wrong, setWrong] = useState<{ field: Field; why: string }>();
  const [link, { loading }] = useMutation(LinkDisplay, { fetchPolicy: 'no-cache' });
  const inputs = { code: useRef<HTMLInputElement>(null), name: useRef<HTMLInputElement>(null) };

  const refuse = (field: Field, why: string) => {
    setWrong({ field, why });
    inputs[field].current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed.code.trim()) return refuse('code', t('displays.codeMissing'));
    if (!typed.name.trim()) return refuse('name', t('displays.nameMissing'));
    setWrong(undefined);
    try {
      const answer = (await link({ variables: { input: typed } })).data!.linkDisplay;
      if (answer.__typename !== 'DisplayLinked') return refuse(answer.field === 'name' ? 'name' : 'code', answer.message);
      type({ code: '', name: '' });
      done(typed.name.trim());
    } catch (error) {
      refuse('code', t(whyNot(error)));
    }
  };

  return (
    <form className={css.link} onSubmit={send} noValidate>
      {fields.map(field => (
        <div key={field}>
          <label htmlFor={`display-${field}`}>{t(`displays.${field}`)}</label>
          <p id={`display-${field}-hint`} className={css.quiet}>
            {t(`displays.${field}Hint`)}
          </p>
          {wrong?.field === field && (
            <p id={`display-${field}-wrong`} className={css.wrong} role="alert">
              {wrong.why}
            </p>
          )}
          <input
            ref={inputs[field]}
            id={`display-${field}`}
            value={typed[field]}
            maxLength={100}
            autoComplete="off"
            autoCapitalize={field === 'code' ? 'characters' : 'sentences'}
            spellCheck={field === 'name'}
            onChange={event => type({ ...typed, [field]: field === 'code' ? event.target.value.toUpperCase() : event.target.value })}
            aria-describedby={wrong?.field === field ? `display-${field}-wrong` : `display-${field}-hint`}
            aria-invalid={wrong?.field === field ? true : undefined}
          />
        </div>
      ))}
      <Button type="submit" fullWidth h={48} disabled={loading}>
        {t(loading ? 'displays.linking' : 'displays.link')}
      </Button>
    </form>
  );
}
