import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import css from './account.module.css';
import { RequestSignInLink } from './sign-in.query.ts';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** The answer is the same whether or not the address is known. */
export function ByLink() {
  const { t } = useWords();
  const [email, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const [request, { loading }] = useMutation(RequestSignInLink);
  const field = useRef<HTMLInputElement>(null);

  const refuse = (why: string) => {
    setWrong(why);
    field.current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!looksLikeEmail(address)) return refuse(t('emailWrong'));
    setWrong(undefined);
    try {
      await request({ variables: { email: address } });
      setSentTo(address);
    } catch (error) {
      refuse(t(whyNot(error)));
    }
  };

  if (sentTo)
    return (
      <section className={css.card} role="status">
        <h2>
          <Icon name="mail" size={22} /> {t('sent')}
        </h2>
        <p>{t('sentWhat', { email: sentTo })}</p>
        <p className={css.quiet}>{t('sentNot')}</p>
        <Button variant="default" onClick={() => setSentTo(undefined)}>
          {t('another')}
        </Button>
      </section>
    );
  return (
    <form className={css.card} onSubmit={send} noValidate>
      <label htmlFor="email">{t('email')}</label>
      <p id="email-hint" className={css.quiet}>
        {t('emailHint')}
      </p>
      {wrong && (
        <p id="email-wrong" className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      <input
        ref={field}
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={event => type(event.target.value)}
        aria-describedby={wrong ? 'email-wrong' : 'email-hint'}
        aria-invalid={wrong ? true : undefined}
      />
      <Button type="submit" fullWidth disabled={loading}>
        {t(loading ? 'sending' : 'send')}
      </Button>
    </form>
  );
}
