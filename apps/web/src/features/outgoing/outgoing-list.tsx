import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { AllOfThem } from './all-of-them.tsx';
import { Figures, Lanes } from './figures.tsx';
import { askedIn, filterOf } from './filter.ts';
import { Filters } from './filters.tsx';
import { Line, mayGoAgain } from './line.tsx';
import css from './outgoing.module.css';
import { OutgoingPage } from './outgoing.query.ts';
import { useChoice } from './use-choice.ts';
import { useWords } from './words.ts';

const PAGE = 100;
/** Nothing tells of each that leaves: it is looked at again. */
const EVERY = 10_000;

/** What is asked for, and which page of it, stand in the address. */
export function OutgoingList() {
  const { t } = useWords();
  const { may } = useSession();
  const offline = useConnection().state === 'offline' || !navigator.onLine;
  const [address] = useSearchParams();
  const asked = askedIn(address);
  const after = address.get('after');
  const { data, previousData, error, refetch } = useQuery(OutgoingPage, {
    variables: { filter: filterOf(asked), first: PAGE, after },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: EVERY,
    skipPollAttempt: () => document.hidden || !navigator.onLine,
  });
  const reread = () => void refetch().catch(() => undefined); // `error` says why
  useReread(error !== undefined, reread);
  const { choose, said, busy } = useChoice(reread);
  const tally = (data ?? previousData)?.outgoingState;
  const lines = data?.outgoing.edges.map(({ node }) => node) ?? [];
  const dead = lines.filter(mayGoAgain).map(({ id }) => id);
  const to = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(address);
    next.delete('after');
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `/outgoing?${next}`;
  };
  if (!tally)
    return (
      <div className={css.screen}>
        {error ? (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" onClick={reread}>
              {t('again')}
            </button>
          </Calm>
        ) : (
          <Waiting word={t('loading')} rows={6} high={64} />
        )}
      </div>
    );
  const { totalCount, pageInfo } = data?.outgoing ?? { totalCount: 0, pageInfo: null };
  return (
    <div className={css.screen}>
      <Lanes lanes={tally.lanes} />
      <Figures tally={tally} chosen={asked.kind} to={kind => to({ state: kind })} />
      <section className={css.list} aria-label={t('list')} aria-busy={!data}>
        <Filters asked={asked} total={data ? totalCount : null} to={to} />
        {may('outgoing:retry') && (
          <AllOfThem
            key={dead.length}
            ids={dead}
            busy={busy}
            offline={offline}
            said={said}
            onChoose={choice => void choose(choice, dead)}
          />
        )}
        {offline && <p className={css.note}>{t('offline')}</p>}
        {!data && <Waiting word={t('loading')} rows={6} high={64} />}
        {data && lines.length === 0 && (
          <Calm title={t(asked.kind || asked.channel || asked.campaign ? 'noneOfThese' : 'none')}>
            {(asked.kind || asked.channel || asked.campaign) && <Link to="/outgoing">{t('seeAll')}</Link>}
          </Calm>
        )}
        <ul className={css.rows}>
          {lines.map(line => (
            <Line
              key={`${line.id} ${line.state}`}
              line={line}
              withCampaign={!asked.campaign && may('campaign:read')}
              said={said && said.ids.length === 1 && said.ids[0] === line.id ? said : null}
              onChoose={may('outgoing:retry') && !offline ? choice => void choose(choice, [line.id]) : null}
            />
          ))}
        </ul>
        {(after || pageInfo?.hasNextPage) && (
          <nav className={css.pages} aria-label={t('pages')}>
            {after && <Link to={to({})}>{t('newest')}</Link>}
            {pageInfo?.hasNextPage && <Link to={to({ after: pageInfo.endCursor ?? null })}>{t('older')}</Link>}
          </nav>
        )}
      </section>
    </div>
  );
}
