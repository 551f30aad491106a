import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import css from './account.module.css';
import { InviteMember } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

type InviteFormProps = { organizationId: string; done: (email: string) => void };

/** One address; what is wrong is said at it, and what was typed stays. */
export function InviteForm({ organizationId, done }: InviteFormProps) {
  const { t, i18n } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [email, type] = useState('');
  const { wrong, doing, act } = useAnswer();
  const [invite] = useMutation(InviteMember, { fetchPolicy: 'no-cache' });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    const input = { organizationId, email: address, language: i18n.language };
    if (await act(async () => (await invite({ variables: { input } })).data?.answer)) {
      type('');
      done(address);
    } else field.current?.focus();
  };
  return (
    <form className={css.link} onSubmit={send} noValidate>
      <div>
        <label htmlFor={id}>{t('team.invite')}</label>
        <p id={`${id}-hint`} className={css.quiet}>
          {t('team.inviteHint')}
        </p>
        <Wrong why={wrong} id={`${id}-wrong`} />
        <input
          ref={field}
          id={id}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          value={email}
          onChange={event => type(event.target.value)}
          aria-describedby={wrong ? `${id}-wrong` : `${id}-hint`}
          aria-invalid={wrong ? true : undefined}
        />
      </div>
      <Button type="submit" fullWidth h={48} disabled={doing}>
        {t(doing ? 'sending' : 'team.send')}
      </Button>
    </form>
  );
}
