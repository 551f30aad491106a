import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import type { ImportRoundEntriesMutation, RoundLineFragment, RoundOutcome } from '../../hub/gql/graphql.ts';
import { Line, Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { usePerson } from '../../persons/use-person.ts';
import { useWords } from '../../persons/words.ts';
import { Who } from './entry.tsx';
import { CloseRound, ImportRoundEntries, RecordRoundResult, Visits, WhoIsNext } from './rounds.query.ts';

type Imported = Extract<ImportRoundEntriesMutation['answer'], { __typename: 'RoundEntriesImported' }>;
type ManagingProps = { round: RoundLineFragment; off: boolean; onChange: () => void };

/** For who opens rounds: the list that is pasted, the visits that are wanted, and the end. */
export function Managing({ round, off, onChange }: ManagingProps) {
  const { t } = useWords();
  const closing = useAct(CloseRound, 'RoundChanged');
  const [sure, ask] = useState(false);
  const close = async () => {
    if (!sure) return ask(true);
    if (await closing.act({ roundId: round.id })) onChange();
  };
  return (
    <>
      {round.progress.visitRequested > 0 && <Wanted id={round.id} off={off} count={round.progress.visitRequested} onChange={onChange} />}
      <Pasting id={round.id} off={off} onChange={onChange} />
      <div className={css.acts}>
        <button type="button" disabled={off || closing.busy} onClick={() => void close()}>
          {t(sure ? 'rounds.closeSure' : 'rounds.close', { count: round.progress.total })}
        </button>
        {sure && (
          <button type="button" onClick={() => ask(false)}>
            {t('cancel')}
          </button>
        )}
      </div>
      {closing.refused && <Wrong>{closing.refused.message}</Wrong>}
    </>
  );
}

function Pasting({ id, off, onChange }: { id: string; off: boolean; onChange: () => void }) {
  const { t } = useWords();
  const { act, busy, refused } = useAct(ImportRoundEntries, 'RoundEntriesImported');
  const [list, type] = useState('');
  const [done, did] = useState<Imported | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !list.trim()) return;
    const answer = await act({ roundId: id, list });
    if (answer?.__typename !== 'RoundEntriesImported') return;
    did(answer);
    type('');
    onChange();
  };
  return (
    <form className={css.card} autoComplete="off" onSubmit={event => void send(event)}>
      <Line label={t('rounds.paste')} hint={t('rounds.pasteHow')} error={refused?.message}>
        {(field, describedBy) => (
          <textarea
            {...{ id: field, 'aria-describedby': describedBy, rows: 4, value: list, spellCheck: false }}
            onChange={event => type(event.target.value)}
          />
        )}
      </Line>
      {done && (
        <div role="status">
          <p>{t('rounds.added', { count: done.added })}</p>
          {done.faults.length > 0 && (
            <ul>
              {done.faults.map(({ line, kind }) => (
                <li key={line}>{t('rounds.fault', { line, why: t(`fault.${kind}`) })}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={css.acts}>
        <button type="submit" disabled={off || busy}>
          {t('rounds.pasteDo')}
        </button>
      </div>
    </form>
  );
}

const afterVisit: readonly RoundOutcome[] = ['SAFE', 'REFUSED', 'WRONG_NUMBER'];

/** Nobody answered: somebody is to go and see. */
function Wanted({ id, off, count, onChange }: { id: string; off: boolean; count: number; onChange: () => void }) {
  const { t } = useWords();
  const { data, refetch } = useQuery(Visits, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const who = usePerson(WhoIsNext);
  const { act, busy, refused } = useAct(RecordRoundResult, 'RoundResultRecorded');
  const went = async (entryId: string, outcome: RoundOutcome) => {
    if (!(await act({ entryId, outcome }))) return;
    who.hide();
    await refetch().catch(() => undefined);
    onChange();
  };
  return (
    <section className={css.form} aria-labelledby="visits">
      <h2 id="visits">{t('rounds.visits', { count })}</h2>
      {refused && <Wrong>{refused.message}</Wrong>}
      <ul className={css.rows}>
        {data?.roundEntries.map(entry => {
          const person = who.personOf(entry.id);
          return (
            <li key={entry.id} className={css.row}>
              <div className={css.top}>
                <span>{t('rounds.person', { place: entry.place })}</span>
                {!person && (
                  <div className={css.acts}>
                    <button type="button" disabled={off} onClick={() => void who.read(entry.id, { id: entry.id })}>
                      {t('rounds.where')}
                    </button>
                  </div>
                )}
              </div>
              {person && (
                <>
                  <Who person={person} />
                  <div className={css.acts}>
                    {afterVisit.map(outcome => (
                      <button key={outcome} type="button" disabled={off || busy} onClick={() => void went(entry.id, outcome)}>
                        {t(`outcome.${outcome}`)}
                      </button>
                    ))}
                  </div>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
