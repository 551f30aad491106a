import { useState } from 'react';
import type { RecordRoundResultInput, RoundOutcome, WhoIsNextQuery } from '../../hub/gql/graphql.ts';
import { Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { Results } from '../../persons/results.tsx';
import { useAct } from '../../persons/use-act.ts';
import { useWords } from '../../persons/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import { telephone } from '../../ui/telephone.ts';
import { Help } from './help.tsx';
import { RecordRoundResult } from './rounds.query.ts';

export type Person = NonNullable<WhoIsNextQuery['person']>;
const outcomes: readonly RoundOutcome[] = ['SAFE', 'NEEDS_HELP', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER'];

type EntryProps = {
  entry: { id: string; place: number; tries: number };
  script: Text;
  person: Person | null;
  state: string;
  off: boolean;
  onRead: () => void;
  onSettled: () => void;
};

/** The one who is called, what is read to them, and what came of it. */
export function Entry({ entry, script, person, state, off, onRead, onSettled }: EntryProps) {
  const { t } = useWords();
  const { act, busy, refused } = useAct(RecordRoundResult, 'RoundResultRecorded');
  const [helping, help] = useState(false);
  const record = async (outcome: RoundOutcome, more: Partial<RecordRoundResultInput> = {}) => {
    if (outcome === 'NEEDS_HELP' && !helping) return help(true);
    if (await act({ entryId: entry.id, outcome, ...more })) onSettled();
  };
  return (
    <section className={css.card} aria-label={t('rounds.person', { place: entry.place })}>
      <p className={css.quiet}>
        {t('rounds.person', { place: entry.place })}
        {entry.tries > 0 && ` · ${t('rounds.tried', { count: entry.tries })}`}
      </p>
      {person ? (
        <Who person={person} />
      ) : (
        <>
          <p role="status">{t(state === 'reading' ? 'loading' : state === 'failed' ? 'kept.failed' : 'kept.lapsed')}</p>
          {state !== 'reading' && (
            <div className={css.acts}>
              <button type="button" onClick={onRead}>
                {t('showAgain')}
              </button>
            </div>
          )}
        </>
      )}
      <p className={css.script}>
        <Localized of={script} />
      </p>
      {refused && <Wrong>{refused.message}</Wrong>}
      {helping ? (
        <Help busy={off || busy} onHelp={more => void record('NEEDS_HELP', more)} onBack={() => help(false)} />
      ) : (
        <Results
          label={t('whatCame')}
          results={outcomes}
          wordOf={one => t(`outcome.${one}`)}
          off={off || busy}
          onResult={one => void record(one)}
        />
      )}
    </section>
  );
}

export function Who({ person }: { person: Person }) {
  const { t, i18n } = useWords();
  if (person.state !== 'READABLE' || !person.phone) return <p>{t(`kept.${person.state}`)}</p>;
  const { shown, href } = telephone(person.phone);
  const spoken = person.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(person.language);
  return (
    <>
      <p className={css.quiet}>{t('readingKept')}</p>
      {person.note && <p className={css.careful}>{person.note}</p>}
      <p>
        <b>{person.name ?? person.address}</b>
        {person.name && person.address && ` · ${person.address}`}
        {spoken && ` · ${spoken}`}
      </p>
      <a className={css.phone} href={href}>
        <Icon name="phone" size={18} /> {shown}
      </a>
    </>
  );
}
