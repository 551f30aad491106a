import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Screen } from '../../ui/screen.tsx';
import { step } from '../../ui/step.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Call } from './call.tsx';
import { ReachRow } from './reach-row.tsx';
import css from './to-reach.module.css';
import { useCall } from './use-call.ts';
import { useToReach } from './use-to-reach.ts';
import { useWords } from './words.ts';

/** The few who matter before they open next; the rest is counted. */
const FEW = 12;
const MOST = 200;

export function ToReachScreen() {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  if (may('call:make')) return <ToReachList />;
  return (
    <Screen title={t('title')} narrow>
      <div className={css.refused}>
        {me === undefined && !unreachable && <Waiting word={t('loading')} />}
        {me === undefined && unreachable && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
          </Calm>
        )}
        {me !== undefined && (
          <Calm title={t('notYours')}>
            <Link to={me ? '/' : '/sign-in?next=/to-reach'}>{t(me ? 'seeList' : 'signIn')}</Link>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        )}
      </div>
    </Screen>
  );
}

function ToReachList() {
  const { t } = useWords();
  const announce = useAnnounce();
  const [address, setAddress] = useSearchParams();
  const [first, seeMore] = useState(FEW);
  const [readAt, tell] = useState(0);
  const resting = address.get('resting') === '1';
  const territory = address.get('territory') ?? undefined;
  const list = useToReach({ first, resting, filter: territory ? { territory } : {} }, () => tell(n => n + 1));
  const call = useCall();
  const calling = address.get('call');
  const offline = useConnection().state === 'offline';
  const become = (change: Record<string, string | null>) =>
    setAddress(before => {
      for (const [name, value] of Object.entries(change)) {
        if (value === null) before.delete(name);
        else before.set(name, value);
      }
      return before;
    });
  const claim = async (id: string) => {
    if (await call.claim(id)) become({ call: id });
  };
  const end = (said: string | null) => {
    become({ call: null, change: null });
    if (said) announce(said, 'own');
    const at = list.rows.findIndex(({ id }) => id === calling);
    const next = list.rows[said ? at + 1 : at]?.id ?? list.rows[0]?.id;
    setTimeout(() => document.querySelector<HTMLElement>(`[data-org="${next}"]`)?.focus());
  };
  useKeys([
    {
      keys: ['j', 'k', 'ArrowDown', 'ArrowUp'],
      words: t('keys.rows'),
      press: key => step('[data-row-action]', key === 'j' || key === 'ArrowDown' ? 1 : -1),
    },
    { keys: ['Enter'], words: t('keys.claim') },
  ]);
  const rest = list.total - list.rows.length;
  return (
    <Screen title={t('title')} under={list.ready && list.total > 0 ? t('under', { count: list.total }) : undefined} wide>
      <div className={css.screen} data-calling={calling ? true : undefined}>
        <section className={css.list} aria-label={t('whom')} aria-busy={list.settling}>
          <div className={css.listHead}>
            <p>{t('rule')}</p>
            {(list.resting > 0 || resting) && (
              <label>
                <input type="checkbox" checked={resting} onChange={() => become({ resting: resting ? null : '1' })} />{' '}
                {t('resting', { count: list.resting })}
              </label>
            )}
            <a href="/exports/outreach/to-reach.csv" download>
              {t('export')}
            </a>
          </div>
          {list.failed && (
            <Calm title={t('failed')} alert>
              <p>{t('failedSafe')}</p>
              <button type="button" onClick={list.reread}>
                {t('again')}
              </button>
            </Calm>
          )}
          {!list.ready && !list.failed && <Waiting word={t('loading')} rows={6} high={64} />}
          {list.ready && list.rows.length === 0 && (
            <Calm title={t('nobody')}>
              <p>{t(list.resting > 0 ? 'nobodyButResting' : 'nobodyWhy')}</p>
            </Calm>
          )}
          <ol className={css.rows}>
            {list.rows.map((row, n) => (
              <ReachRow
                key={row.id}
                row={row}
                place={n + 1}
                called={row.id === calling}
                offline={offline}
                taken={call.taken?.for === row.id ? call.taken.message : null}
                onClaim={() => void claim(row.id)}
              />
            ))}
          </ol>
          {rest > 0 &&
            (first < MOST ? (
              <button type="button" className={css.more} onClick={() => seeMore(Math.min(MOST, first + 48))}>
                {t('andOthers', { count: rest })}
              </button>
            ) : (
              <p className={css.more}>{t('inTheFile', { count: rest })}</p>
            ))}
        </section>
        <section className={css.call} aria-label={t('call')} data-open={calling ? true : undefined}>
          {calling ? (
            <Call key={calling} id={calling} readAt={readAt} call={call} onEnd={end} />
          ) : (
            <div className={css.idle}>
              <Icon name="phone" size={28} />
              <p>{t('idle')}</p>
              <p>
                <kbd>j</kbd> <kbd>k</kbd> {t('idleMove')} · <kbd>{t('enter')}</kbd> {t('idleClaim')} · <kbd>1</kbd>–<kbd>6</kbd>{' '}
                {t('idleResult')} · <kbd>{t('escape')}</kbd> {t('idleRelease')}
              </p>
            </div>
          )}
        </section>
      </div>
    </Screen>
  );
}
