import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { useLive } from '../../persons/use-live.ts';
import { usePerson } from '../../persons/use-person.ts';
import { useWords } from '../../persons/words.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Entry } from './entry.tsx';
import { Certificate, GivenBy } from './given-by.tsx';
import { Managing } from './managing.tsx';
import { Progress } from './progress.tsx';
import { ClaimNextRoundEntry, OneRound, RoundTold, WhoIsNext } from './rounds.query.ts';

type Called = { id: string; place: number; tries: number };

/** One round: the next person, what is said to them, what came of it in one key. */
export function RoundScreen() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { may, me } = useSession();
  const { data, error, refetch } = useQuery(OneRound, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const reread = useLive({ position: data?.position, error, refetch, query: RoundTold, changeIn: ({ roundChanged }) => roundChanged });
  const claiming = useAct(ClaimNextRoundEntry, 'RoundEntryClaimed');
  const who = usePerson(WhoIsNext);
  const [called, call] = useState<Called | null>(null);
  const [nobody, none] = useState(false);
  const offline = useConnection().state === 'offline';
  const round = data?.round;
  const title = round?.name ?? t('rounds.one');
  const calm = (words: string, alert = false) => (
    <Screen title={title}>
      <Calm title={words} alert={alert} />
    </Screen>
  );
  if (me !== undefined && !may('person:call-round')) return calm(t('notYours'));
  if (error && !data) return calm(t('failed'), true);
  if (data && !round) return calm(t('rounds.unknown'));
  if (!round)
    return (
      <Screen title={title}>
        <Waiting word={t('loading')} />
      </Screen>
    );
  const next = async () => {
    who.hide();
    const answer = await claiming.act({ roundId: id });
    const entry = answer?.__typename === 'RoundEntryClaimed' ? (answer.entry ?? null) : null;
    call(entry);
    none(Boolean(answer) && entry === null);
    if (entry) await who.read(entry.id, { id: entry.id });
    reread();
  };
  const settled = () => {
    who.hide();
    call(null);
    void next();
  };
  return (
    <Screen title={title}>
      <div className={css.screen}>
        <div className={css.card}>
          <GivenBy round={round} />
          <Progress round={round} />
          <Certificate round={round} />
        </div>
        {offline && <p className={css.careful}>{t('offline')}</p>}
        {!round.closedAt && !called && (
          <div className={css.acts}>
            <button type="button" data-first disabled={offline || claiming.busy || round.progress.total === 0} onClick={() => void next()}>
              {t(data.myRoundEntry ? 'rounds.goOn' : 'rounds.next')}
            </button>
            {nobody && <p role="status">{t('rounds.nobody')}</p>}
          </div>
        )}
        {claiming.refused && <Wrong>{claiming.refused.message}</Wrong>}
        {called && (
          <Entry
            key={called.id}
            entry={called}
            script={round.script}
            person={who.personOf(called.id)}
            state={who.state}
            off={offline}
            onRead={() => void who.read(called.id, { id: called.id })}
            onSettled={settled}
          />
        )}
        {may('person:open-round') && !round.closedAt && <Managing round={round} off={offline} onChange={reread} />}
      </div>
    </Screen>
  );
}
