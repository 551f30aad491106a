import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './crises.module.css';
import { OpenCrisisForm } from './open-crisis-form.tsx';
import { useWords } from './words.ts';

/** For who may open an event; to others it says whom to ask. */
export function OpenCrisisScreen() {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  return (
    <Screen title={t('openTitle')}>
      <div className={css.screen}>
        {me === undefined && !unreachable && <Waiting word={t('loading')} rows={3} />}
        {me === undefined && unreachable && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
          </Calm>
        )}
        {me !== undefined && !may('crisis:open') && (
          <Calm title={t('notYours')}>
            <Link to={me ? '/crises' : '/sign-in?next=/crises/new'}>{t(me ? 'seeAll' : 'signIn')}</Link>
          </Calm>
        )}
        {may('crisis:open') && <OpenCrisisForm />}
      </div>
    </Screen>
  );
}
