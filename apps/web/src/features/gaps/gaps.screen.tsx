import { useEffect, useRef } from 'react';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Screen } from '../../ui/screen.tsx';
import { step } from '../../ui/step.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { type Asked, askedIn, exportSearch, narrowedBy, views } from './asked.ts';
import { Columns } from './columns.tsx';
import { DemandMap } from './demand-map.tsx';
import { type Change, Filters } from './filters.tsx';
import css from './gaps.module.css';
import { List } from './list.tsx';
import { useGaps } from './use-gaps.ts';
import { useOwn } from './use-own.ts';
import { useWords } from './words.ts';

export function GapsScreen() {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  if (may('gap:read')) return <Gaps />;
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
            <Link to={me ? '/' : '/sign-in?next=/besoins'}>{t(me ? 'seeList' : 'signIn')}</Link>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        )}
      </div>
    </Screen>
  );
}

/** The list, with one gap or the map beside it; or the board. What is asked for stands in the address. */
function Gaps() {
  const { t } = useWords();
  const { id } = useParams();
  const [address, setAddress] = useSearchParams();
  const asked = askedIn(address);
  const ownIds = useOwn().map(({ id: one }) => one);
  const list = useRef<HTMLDivElement>(null);
  const gaps = useGaps(asked, ownIds, list);
  const announce = useAnnounce();
  const changed = gaps.marked.size;
  useEffect(() => {
    if (changed > 0) announce(t('changed', { count: changed }));
  }, [changed]);
  useKeys([{ keys: ['j', 'k'], words: t('keys.rows'), press: key => step('[data-row]', key === 'j' ? 1 : -1) }]);

  const change = (by: Change) =>
    setAddress(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(by)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const board = asked.view === 'columns' && !id;
  return (
    <>
      {!id && (
        <Screen title={t('title')} wide>
          {null}
        </Screen>
      )}
      <div className={css.screen} data-view={asked.view} data-one={id ? true : undefined}>
        <div className={css.side}>
          <Head asked={asked} own={ownIds} total={gaps.ready ? gaps.total : null} onChange={change} quiet={id !== undefined} />
          {gaps.failed && (
            <Calm title={t('failed')} alert>
              <p>{t('failedSafe')}</p>
              <button type="button" onClick={gaps.reread}>
                {t('again')}
              </button>
            </Calm>
          )}
          {!gaps.ready && !gaps.failed && <Waiting word={t('loading')} rows={5} high={64} />}
          {gaps.ready && gaps.total === 0 && gaps.waiting === 0 && !board && <None asked={asked} />}
          {gaps.ready && !board && <List gaps={gaps} list={list} />}
          {gaps.ready && board && <Columns gaps={gaps} list={list} />}
        </div>
        {!board && (
          <div className={css.main}>
            <Outlet />
            {!id && <DemandMap asked={asked} onKind={kind => change({ kind })} />}
          </div>
        )}
      </div>
    </>
  );
}

type HeadProps = { asked: Asked; own: readonly string[]; total: number | null; quiet: boolean; onChange: (change: Change) => void };

function Head({ asked, own, total, quiet, onChange }: HeadProps) {
  const { t, i18n } = useWords();
  const narrowed = narrowedBy(asked);
  const search = exportSearch(asked, own, i18n.language);
  return (
    <div className={css.head}>
      <div className={css.tools}>
        {quiet ? (
          <p className={css.back}>
            <b>{t('title')}</b>
          </p>
        ) : null}
        <p role="status" className={css.count}>
          {total !== null && t('count', { count: total })}
        </p>
        <div role="group" aria-label={t('views')} className={css.views}>
          {views.map(view => (
            <button
              key={view}
              type="button"
              aria-pressed={asked.view === view}
              data-view={view}
              onClick={() => onChange({ view: view === 'list' ? null : view })}
            >
              {t(`view.${view}`)}
            </button>
          ))}
        </div>
      </div>
      <div className={css.folds}>
        <details className={css.fold} open={asked.view === 'columns' && !quiet}>
          <summary>
            {t('filters')} {narrowed > 0 && <b>{t('filtersOn', { count: narrowed })}</b>}
          </summary>
          <Filters asked={asked} onChange={onChange} />
        </details>
        <details className={css.fold}>
          <summary>{t('order.ask')}</summary>
          <p>{t('order.rule')}</p>
        </details>
        <details className={css.fold}>
          <summary>{t('export')}</summary>
          <p>
            {(['csv', 'xlsx'] as const).map(kind => (
              <a key={kind} href={`/exports/gaps.${kind}?${search}`} download>
                {t(kind)}
              </a>
            ))}
          </p>
        </details>
      </div>
    </div>
  );
}

function None({ asked }: { asked: Asked }) {
  const { t } = useWords();
  if (asked.organization === 'mine') return <Calm title={t('noneMine')} />;
  return (
    <Calm title={t(narrowedBy(asked) > 0 ? 'noneOfThese' : 'none')}>
      {narrowedBy(asked) > 0 ? <Link to="/besoins">{t('seeAll')}</Link> : <p>{t('noneWhat')}</p>}
    </Calm>
  );
}
