import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { signInWithLink } from '../../hub/sign-in.ts';
import { Screen } from '../../ui/screen.tsx';
import { safeNext } from './next.ts';
import css from './account.module.css';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

/** Opening the link changes nothing: a mail scanner opens it too. The button uses it up; the address forgets it at once. */
export function LinkScreen() {
  const { t } = useWords();
  const [address] = useSearchParams();
  const [token] = useState(() => location.hash.slice(1));
  const [entering, setEntering] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [used, setUsed] = useState(false);

  useEffect(() => history.replaceState(history.state, '', location.pathname + location.search), []);

  const enter = async () => {
    setEntering(true);
    setWrong(null);
    try {
      const refusal = await signInWithLink(token, safeNext(address, location.origin));
      setWrong(refusal);
      setUsed(refusal !== null);
    } catch (error) {
      setWrong(t(whyNot(error)));
    }
    setEntering(false);
  };

  return (
    <Screen title={t('link.title')} narrow>
      <div className={css.screen}>
        <section className={css.card}>
          {wrong && (
            <p className={css.wrong} role="alert">
              {wrong}
            </p>
          )}
          {token && !used && (
            <>
              <p>{t('link.ready')}</p>
              <Button fullWidth h={54} onClick={enter} disabled={entering}>
                {t(entering ? 'link.entering' : 'link.enter')}
              </Button>
            </>
          )}
          {!token && <p>{t('link.none')}</p>}
          {(!token || used) && (
            <p className={css.ways}>
              <Link className={css.primary} to="/sign-in">
                {t('link.another')}
              </Link>
              <a href="tel:211">{t('call211')}</a>
            </p>
          )}
        </section>
      </div>
    </Screen>
  );
}
