import { Button } from '@mantine/core';
import { useState } from 'react';
import { keptDrafts } from '../../hub/kept-drafts.ts';
import { signOut } from '../../hub/sign.ts';
import { useActs, useOutbox } from '../../hub/use-outbox.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './account.module.css';
import { useWords } from './words.ts';

/** Asks once when something still waits to be sent; without a line it cannot be done, and says so. */
export function SignOut() {
  const { t } = useWords();
  const outbox = useOutbox();
  const waiting = useActs().length;
  const [asked, ask] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);

  const leave = (everywhere: boolean) => {
    if (waiting > 0 && asked === null) return ask(everywhere);
    setFailed(false);
    signOut({ everywhere, forget: () => (keptDrafts.forgetAll(), outbox.forgetAll()) }).catch(() => setFailed(true));
  };

  return (
    <section className={css.card}>
      {failed && (
        <p className={css.wrong} role="alert">
          {t('me.noLine')}
        </p>
      )}
      {asked === null ? (
        <>
          <Button variant="default" leftSection={<Icon name="out" />} onClick={() => leave(false)}>
            {t('me.out')}
          </Button>
          <Button variant="subtle" aria-describedby="out-everywhere" onClick={() => leave(true)}>
            {t('me.outEverywhere')}
          </Button>
          <p id="out-everywhere" className={css.quiet}>
            {t('me.outEverywhereWhat')}
          </p>
        </>
      ) : (
        <>
          <p role="alert">{t('me.waiting', { count: waiting })}</p>
          <Button color="danger" onClick={() => leave(asked)}>
            {t('me.outAnyway')}
          </Button>
          <Button variant="default" onClick={() => ask(null)}>
            {t('me.stay')}
          </Button>
        </>
      )}
    </section>
  );
}
