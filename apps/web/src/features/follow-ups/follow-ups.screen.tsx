import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useConnection } from '../../hub/connection.ts';
import type { FollowUpsToDoQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { useLive } from '../../persons/use-live.ts';
import { usePerson } from '../../persons/use-person.ts';
import { useWords } from '../../persons/words.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Calling } from './calling.tsx';
import { ClaimFollowUp, FollowUpsToDo, FollowUpTold, WhoToCall } from './follow-ups.query.ts';

export type ToDo = FollowUpsToDoQuery['followUps']['edges'][number]['node'];
const MANY = 100;
const MONTH = 30 * 86_400_000;

/** Whom to call back, what is due first; nobody is named before they are called. */
export function FollowUpsScreen() {
  const { t } = useWords();
  const { may, me } = useSession();
  if (me !== undefined && !may('person:follow-up'))
    return (
      <Screen title={t('followUps.title')}>
        <Calm title={t('notYours')} />
      </Screen>
    );
  return (
    <Screen title={t('followUps.title')}>
      <List />
    </Screen>
  );
}

function List() {
  const { t } = useWords();
  const textOf = useText();
  const [since] = useState(() => new Date(now() - MONTH).toISOString());
  const { data, error, refetch } = useQuery(FollowUpsToDo, { variables: { first: MANY, since }, fetchPolicy: 'cache-and-network' });
  const reread = useLive({
    position: data?.position,
    error,
    refetch,
    query: FollowUpTold,
    changeIn: ({ followUpChanged }) => followUpChanged,
  });
  const who = usePerson(WhoToCall);
  const claiming = useAct(ClaimFollowUp, 'FollowUpChanged');
  const [called, call] = useState<string | null>(null);
  const offline = useConnection().state === 'offline';

  if (error && !data) return <Calm title={t('failed')} alert />;
  if (!data) return <Waiting word={t('loading')} high={64} />;
  const kinds = new Map(data.needKinds.map(({ code, name }) => [code, name]));
  const figures = data.followUpFigures;
  const rows = data.followUps.edges.map(({ node }) => node);
  const start = async ({ id }: ToDo) => {
    call(id);
    if (await claiming.act({ followUpId: id })) await who.read(id, { id });
    reread();
  };
  const end = () => {
    who.hide();
    call(null);
    reread();
  };
  return (
    <div className={css.screen}>
      <div className={css.head}>
        <p>
          <b>{t('followUps.toDo', { count: figures.toDo })}</b>
          {figures.late > 0 && <span className={css.late}> · {t('followUps.late', { count: figures.late })}</span>}
        </p>
        <p className={css.quiet}>
          {t('followUps.month', { received: figures.helpReceived, not: figures.notReceived, unreachable: figures.unreachable })}
        </p>
      </div>
      {offline && <p className={css.careful}>{t('offline')}</p>}
      {rows.length === 0 ? (
        <Calm title={t('followUps.none')} />
      ) : (
        <ul className={css.rows}>
          {rows.map(row => {
            const name = kinds.get(row.kind) ?? { fr: t('group.OTHER'), en: null };
            return (
              <li key={row.id} className={css.row} data-open={called === row.id || undefined}>
                <div className={css.top}>
                  <div>
                    <h2>
                      <Localized of={name} />
                      {row.territory && (
                        <>
                          , <Localized of={row.territory.name} />
                        </>
                      )}
                    </h2>
                    <About row={row} />
                  </div>
                  {called !== row.id && (
                    <div className={css.acts}>
                      {row.claim && !row.claim.mine ? (
                        <span className={css.quiet}>{t('takenBy', { name: row.claim.byName ?? t('somebody') })}</span>
                      ) : (
                        <button
                          type="button"
                          disabled={offline}
                          aria-label={t('followUps.callFor', { what: textOf(name) })}
                          onClick={() => void start(row)}
                        >
                          {t('followUps.call')}
                        </button>
                      )}
                    </div>
                  )}
                </div>
                {called === row.id && claiming.refused && <Wrong>{claiming.refused.message}</Wrong>}
                {called === row.id && !claiming.refused && (
                  <Calling
                    id={row.id}
                    person={who.personOf(row.id)}
                    state={who.state}
                    off={offline}
                    onRead={() => who.read(row.id, { id: row.id })}
                    onEnd={end}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** When it is due, of whom, and what was tried. */
function About({ row }: { row: ToDo }) {
  const { t } = useWords();
  const { when } = useTimes();
  const late = useInTime(at => Date.parse(row.dueAt) < at);
  const last = row.tries.at(-1);
  return (
    <p className={css.quiet}>
      <span className={late ? css.late : undefined}>
        {t(late ? 'followUps.wasDue' : 'followUps.due', { when: when(row.dueAt, now()) })}
      </span>
      {` · ${t(`group.${row.group}`)}`}
      {last && ` · ${t('followUps.tried', { count: row.tries.length, outcome: t(`tried.${last.outcome}`) })}`}
    </p>
  );
}
