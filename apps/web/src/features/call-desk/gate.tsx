import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './call-desk.module.css';
import { useWords } from './words.ts';

/** For who records calls; the others are told, and where to go. */
export function Gate({ title, at, failed, children }: { title: string; at: string; failed: string; children: ReactNode }) {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  if (may('need:record')) return children;
  return (
    <Screen title={title} narrow>
      <div className={css.refused}>
        {me === undefined && !unreachable && <Waiting word={t('loading')} />}
        {me === undefined && unreachable && (
          <Calm title={failed} alert>
            <p>{t('failedSafe')}</p>
          </Calm>
        )}
        {me !== undefined && (
          <Calm title={t('notYours')}>
            <Link to={me ? '/' : `/sign-in?next=${at}`}>{t(me ? 'seeList' : 'signIn')}</Link>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        )}
      </div>
    </Screen>
  );
}
