import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import css from '../../persons/persons.module.css';
import { useLive } from '../../persons/use-live.ts';
import { useWords } from '../../persons/words.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Certificate, GivenBy } from './given-by.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { Progress } from './progress.tsx';
import { RoundsNow, RoundTold } from './rounds.query.ts';

/** Lists that were given to the 211 to call: those that go on, and the line that remains of those that are over. */
export function RoundsScreen() {
  const { t } = useWords();
  const { may, me } = useSession();
  const refused = me !== undefined && !may('person:call-round');
  return <Screen title={t('rounds.title')}>{refused ? <Calm title={t('notYours')} /> : <List />}</Screen>;
}

function List() {
  const { t } = useWords();
  const { may } = useSession();
  const go = useNavigate();
  const offline = useConnection().state === 'offline';
  const { data, error, refetch } = useQuery(RoundsNow, { fetchPolicy: 'cache-and-network' });
  useLive({ position: data?.position, error, refetch, query: RoundTold, changeIn: ({ roundChanged }) => roundChanged });
  const [opening, open] = useState(false);
  if (error && !data) return <Calm title={t('failed')} alert />;
  if (!data) return <Waiting word={t('loading')} high={112} />;
  return (
    <div className={css.screen}>
      {may('person:open-round') && (
        <div className={css.acts}>
          <button type="button" data-first disabled={offline} onClick={() => open(true)}>
            {t('rounds.open')}
          </button>
        </div>
      )}
      {opening && <OpenDialog onDone={id => void go(`/tournees/${id}`)} onClose={() => open(false)} />}
      {data.open.length === 0 ? (
        <Calm title={t('rounds.none')} />
      ) : (
        <ul className={css.rows}>
          {data.open.map(round => (
            <li key={round.id} className={css.row}>
              <div className={css.top}>
                <div>
                  <h2>{round.name}</h2>
                  <GivenBy round={round} />
                </div>
                <div className={css.acts}>
                  <Link to={`/tournees/${round.id}`} aria-label={t('rounds.goOf', { name: round.name })}>
                    {t('rounds.go')}
                  </Link>
                </div>
              </div>
              <Progress round={round} />
            </li>
          ))}
        </ul>
      )}
      {data.closed.length > 0 && (
        <section className={css.form} aria-labelledby="closed-rounds">
          <h2 id="closed-rounds">{t('rounds.closed')}</h2>
          <ul className={css.rows}>
            {data.closed.map(round => (
              <li key={round.id} className={css.row}>
                <h3>{round.name}</h3>
                <Certificate round={round} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
