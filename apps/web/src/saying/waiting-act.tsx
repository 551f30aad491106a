import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { Act } from '../hub/act.ts';
import { useConnection } from '../hub/connection.ts';
import { useSession } from '../hub/session.ts';
import { useOutbox } from '../hub/use-outbox.ts';
import { Icon } from '../ui/icon.tsx';
import css from './says.module.css';
import { useWords } from './words.ts';

type WaitingActProps = { act: Act; name: string; onCorrect: () => void };

/** An act that the hub has not agreed to yet: on its way, waiting for the line or for the person, or refused. */
export function WaitingAct({ act, name, onCorrect }: WaitingActProps) {
  const { t } = useWords();
  const outbox = useOutbox();
  const { lapsed } = useSession();
  const { state } = useConnection();
  const { pathname } = useLocation();

  if (act.refusal) return <Refused act={act} name={name} onCorrect={onCorrect} />;
  if (lapsed)
    return (
      <div className={css.waiting}>
        <Icon name="clock" />
        <span>{t('act.signIn')}</span>
        <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('act.signInDo')}</Link>
      </div>
    );
  const away = state === 'offline' || state === 'reconnecting';
  return (
    <div className={css.waiting} data-quiet={!away || undefined}>
      <Icon name="clock" />
      <span>{t(act.fleeting ? 'act.fleeting' : !away ? 'act.sending' : act.tried ? 'act.tried' : 'act.waiting')}</span>
      {away && !act.tried && (
        <button type="button" aria-label={t('act.cancelOf', { name })} onClick={() => outbox.forget(act)}>
          {t('act.cancel')}
        </button>
      )}
    </div>
  );
}

const ourOwn = (code: string): 'act.forbidden' | 'act.failed' | null =>
  code === 'FORBIDDEN'
    ? 'act.forbidden'
    : code === 'INTERNAL_SERVER_ERROR' || code === 'BAD_USER_INPUT' || code.startsWith('HTTP_')
      ? 'act.failed'
      : null;

function Refused({ act, name, onCorrect }: WaitingActProps) {
  const { t } = useWords();
  const outbox = useOutbox();
  const { code = '', message } = act.refusal ?? {};
  const own = ourOwn(code);
  return (
    <div className={css.refused}>
      <p>
        <Icon name="warning" />
        <span>{own ? t(own) : message || t('act.failed')}</span>
      </p>
      <div className={css.actions}>
        {act.kind === 'report' && (
          <Button variant="light" leftSection={<Icon name="undo" />} aria-label={t('act.correctOf', { name })} onClick={onCorrect}>
            {t('act.correct')}
          </Button>
        )}
        {(own === 'act.failed' || act.refusal?.unsure) && (
          <Button variant="light" aria-label={t('act.againOf', { name })} onClick={() => outbox.again(act)}>
            {t('act.again')}
          </Button>
        )}
        <Button variant="default" onClick={() => outbox.forget(act)}>
          {t('act.giveUp')}
        </Button>
      </div>
    </div>
  );
}
