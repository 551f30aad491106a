import { useConnection } from '../hub/connection.ts';
import { Icon } from '../ui/icon.tsx';
import { now } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import css from './connection-sign.module.css';
import { useWords } from './words.ts';

/** Whether what is on screen is live, and if not, what it is true for. */
export function ConnectionSign() {
  const { t } = useWords();
  const { when } = useTimes();
  const { state, trueAt } = useConnection();
  if (state === 'idle' || state === 'offline') return null; // the band across the screen says it
  if (state === 'live')
    return (
      <span className={css.sign}>
        <span className={css.dot} /> <b>{t('connection.live')}</b>
      </span>
    );
  const words = () => {
    if (state === 'connecting') return t('connection.connecting');
    return trueAt === null ? t('connection.reconnectingNever') : t('connection.reconnecting', { when: when(trueAt, now()) });
  };
  return (
    <span className={css.sign} data-state={state}>
      <Icon name="clock" size={16} /> {words()}
    </span>
  );
}
