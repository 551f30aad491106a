import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Localized } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import type { Text } from '../../ui/sureness.ts';
import css from './account.module.css';
import { ConfirmClaim } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

/** Opening the link changes nothing: a mail scanner opens it too. The button says that the address is one's own. */
export function JoinScreen() {
  const { t } = useWords();
  const [token] = useState(() => location.hash.slice(1));
  const [confirmed, setConfirmed] = useState<Text | null>(null);
  const { wrong, doing, act } = useAnswer();
  const [confirm] = useMutation(ConfirmClaim, { fetchPolicy: 'no-cache' });
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);

  const go = () =>
    act(async () => {
      const answer = (await confirm({ variables: { token } })).data?.answer;
      if (answer?.__typename === 'MembershipClaimConfirmed') setConfirmed(answer.organization.name);
      return answer;
    });
  return (
    <Screen title={t('join.title')} narrow>
      <div className={css.screen}>
        <section className={css.card}>
          <Wrong why={wrong} />
          {confirmed && (
            <div role="status">
              <p>
                <b>{t('join.done')}</b>
              </p>
              <p>
                <Localized of={confirmed} />
              </p>
              <p>{t('join.then')}</p>
            </div>
          )}
          {!confirmed && token && (
            <>
              <p>{t('join.what')}</p>
              <Button fullWidth h={54} disabled={doing} onClick={() => void go()}>
                {t(doing ? 'link.entering' : 'join.confirm')}
              </Button>
            </>
          )}
          {!token && <p>{t('link.none')}</p>}
          {(!token || confirmed || wrong) && (
            <p className={css.ways}>
              <Link className={css.primary} to="/">
                {t('join.home')}
              </Link>
              <a href="tel:211">{t('call211')}</a>
            </p>
          )}
        </section>
      </div>
    </Screen>
  );
}
