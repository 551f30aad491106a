import { Link, useLocation } from 'react-router';
import { useConnection } from '../hub/connection.ts';
import { useSession } from '../hub/session.ts';
import { useActs } from '../hub/use-outbox.ts';
import { Icon } from '../ui/icon.tsx';
import { now } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import css from './bands.module.css';
import { useWords } from './words.ts';

/** What concerns the whole screen: the line is going or gone, or the session is. On a desk the bar says the first. */
export function Bands() {
  const { t } = useWords();
  const { when } = useTimes();
  const { state, trueAt } = useConnection();
  const { lapsed } = useSession();
  const { pathname } = useLocation();
  const waiting = useActs().filter(({ refusal }) => !refusal).length;

  if (state === 'offline')
    return (
      <div className={css.band} role="status">
        <Icon name="warning" />
        <p>
          <b>{trueAt === null ? t('band.offlineNever') : t('band.offline', { when: when(trueAt, now()) })}</b>
          {waiting > 0 && <span>{t('band.waiting', { count: waiting })}</span>}
        </p>
      </div>
    );
  if (state === 'reconnecting' && trueAt !== null)
    return (
      <div className={css.slim} aria-hidden>
        {t('connection.reconnecting', { when: when(trueAt, now()) })}
      </div>
    );
  if (lapsed && !pathname.startsWith('/sign-in'))
    return (
      <div className={css.band} role="status">
        <Icon name="warning" />
        <p>
          <b>{t('band.lapsed')}</b>
          {waiting > 0 && <span>{t('band.lapsedWaiting', { count: waiting })}</span>}
        </p>
        <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('band.signInAgain')}</Link>
      </div>
    );
  return null;
}
