import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './outgoing.module.css';
import { OutgoingList } from './outgoing-list.tsx';
import { useWords } from './words.ts';

export function OutgoingScreen() {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  if (may('outgoing:read'))
    return (
      <Screen title={t('title')} under={t('what')} wide>
        <OutgoingList />
      </Screen>
    );
  return (
    <Screen title={t('title')} narrow>
      <div className={css.screen}>
        {me === undefined && !unreachable && <Waiting word={t('loading')} />}
        {me === undefined && unreachable && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
          </Calm>
        )}
        {me !== undefined && (
          <Calm title={t('notYours')}>
            <Link to={me ? '/' : '/sign-in?next=/outgoing'}>{t(me ? 'seeList' : 'signIn')}</Link>
          </Calm>
        )}
      </div>
    </Screen>
  );
}
