import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { ReadInvitationQuery } from '../../hub/gql/graphql.ts';
import { acceptInvitation } from '../../hub/sign-in.ts';
import { Localized } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './account.module.css';
import { ReadInvitation } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

/** To whom one is invited; opening it uses nothing up. */
export function InvitationScreen() {
  const { t } = useWords();
  const [token] = useState(() => location.hash.slice(1));
  const { data, error, loading, refetch } = useQuery(ReadInvitation, { variables: { token }, fetchPolicy: 'no-cache', skip: !token });
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  return (
    <Screen title={t('invitation.title')} narrow>
      <div className={css.screen}>
        {loading && <Waiting word={t('invitation.loading')} rows={2} />}
        {error && !loading && (
          <Calm title={t('failedToAsk')} alert>
            <Button onClick={() => void refetch().catch(() => undefined)}>{t('again')}</Button>
          </Calm>
        )}
        {data?.invitation && <Invited token={token} invitation={data.invitation} />}
        {(!token || (data && !data.invitation)) && (
          <section className={css.card}>
            <p>{t(token ? 'invitation.over' : 'link.none')}</p>
            <p className={css.ways}>
              <a href="tel:211">{t('call211')}</a>
            </p>
          </section>
        )}
      </div>
    </Screen>
  );
}

type InvitedProps = { token: string; invitation: NonNullable<ReadInvitationQuery['invitation']> };

function Invited({ token, invitation: { email, named, organization } }: InvitedProps) {
  const { t } = useWords();
  const [name, type] = useState('');
  const { wrong, doing, act, setWrong } = useAnswer();
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (!named && !name.trim()) return setWrong(t('invitation.nameMissing'));
    await act(async () => {
      const message = await acceptInvitation(token, named ? null : name.trim());
      return message === null ? undefined : { __typename: 'Refused', message };
    });
  };
  return (
    <form className={css.card} onSubmit={accept} noValidate>
      <p>{t('invitation.what')}</p>
      <h2>
        <Localized of={organization.name} />
      </h2>
      <p className={css.quiet}>{t('invitation.as', { email })}</p>
      <Wrong why={wrong} id="name-wrong" />
      {!named && (
        <>
          <label htmlFor="name">{t('invitation.name')}</label>
          <input
            id="name"
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={event => type(event.target.value)}
            aria-describedby={wrong ? 'name-wrong' : undefined}
            aria-invalid={wrong ? true : undefined}
          />
        </>
      )}
      <Button type="submit" fullWidth h={54} disabled={doing}>
        {t(doing ? 'link.entering' : 'invitation.accept')}
      </Button>
    </form>
  );
}
