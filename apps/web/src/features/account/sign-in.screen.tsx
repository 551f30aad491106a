import { Link, useSearchParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Screen } from '../../ui/screen.tsx';
import { ByLink } from './by-link.tsx';
import { DemoDoors } from './demo-doors.tsx';
import { safeNext } from './next.ts';
import css from './account.module.css';
import { useWords } from './words.ts';

/** By a link sent to one's address; in a demonstration, by one click. */
export function SignInScreen() {
  const { t } = useWords();
  const { me, lapsed } = useSession();
  const [address] = useSearchParams();
  const next = safeNext(address, location.origin);
  return (
    <Screen title={t('title')} narrow>
      <div className={css.screen}>
        {me && !lapsed && (
          <p className={css.already}>
            <Link to="/me">{t('already', { name: me.account.displayName })}</Link>
          </p>
        )}
        <ByLink />
        <DemoDoors next={next} />
      </div>
    </Screen>
  );
}
