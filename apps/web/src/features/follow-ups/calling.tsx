import { useState } from 'react';
import type { FollowUpOutcome, UnmetReason, WhoToCallQuery } from '../../hub/gql/graphql.ts';
import { Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { Results } from '../../persons/results.tsx';
import { useAct } from '../../persons/use-act.ts';
import { useWords } from '../../persons/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { telephone } from '../../ui/telephone.ts';
import { CompleteFollowUp, ForgetFollowUp, RecordFollowUpTry, ReleaseFollowUp } from './follow-ups.query.ts';

type Person = NonNullable<WhoToCallQuery['person']>;
const results = ['HELP_RECEIVED', 'NOT_RECEIVED', 'NO_LONGER_NEEDED', 'NO_ANSWER', 'VOICEMAIL', 'UNREACHABLE'] as const;
const reasons = ['NO_SERVICE', 'FULL', 'CLOSED', 'WAITING_LIST', 'TOO_FAR', 'NO_ANSWER', 'OTHER'] as const satisfies readonly UnmetReason[];
const tries: readonly string[] = ['NO_ANSWER', 'VOICEMAIL'];

type CallingProps = { id: string; person: Person | null; state: string; off: boolean; onRead: () => void; onEnd: () => void };

/** One call: how to call without harm, then the number, then what came of it in one key. */
export function Calling({ id, person, state, off, onRead, onEnd }: CallingProps) {
  const { t } = useWords();
  const trying = useAct(RecordFollowUpTry, 'FollowUpChanged');
  const ending = useAct(CompleteFollowUp, 'FollowUpChanged');
  const leaving = useAct(ReleaseFollowUp, 'FollowUpChanged');
  const forgetting = useAct(ForgetFollowUp, 'FollowUpChanged');
  const [asks, ask] = useState<'reason' | 'forget' | null>(null);
  const refused = trying.refused ?? ending.refused ?? leaving.refused ?? forgetting.refused;
  const busy = off || trying.busy || ending.busy || leaving.busy || forgetting.busy;
  const complete = async (outcome: FollowUpOutcome, unmetReason: UnmetReason | null = null) => {
    if (await ending.act({ followUpId: id, outcome, unmetReason })) onEnd();
  };
  const say = async (result: (typeof results)[number]) => {
    if (result === 'NOT_RECEIVED') return ask('reason');
    if (result !== 'NO_ANSWER' && result !== 'VOICEMAIL') return complete(result);
    if (tries.includes(result) && (await trying.act({ followUpId: id, outcome: result }))) onEnd();
  };
  const leave = async () => {
    if (await leaving.act({ followUpId: id })) onEnd();
  };
  const forget = async () => {
    if (asks !== 'forget') return ask('forget');
    if (await forgetting.act({ followUpId: id })) onEnd();
  };
  return (
    <div className={css.card}>
      {person ? <Who key={id} person={person} /> : <Hidden state={state} onRead={onRead} />}
      {refused && <Wrong>{refused.message}</Wrong>}
      {asks === 'reason' ? (
        <>
          <p>{t('followUps.why')}</p>
          <div className={css.acts}>
            {reasons.map(reason => (
              <button key={reason} type="button" disabled={busy} onClick={() => void complete('NOT_RECEIVED', reason)}>
                {t(`reason.${reason}`)}
              </button>
            ))}
            <button type="button" disabled={busy} onClick={() => void complete('NOT_RECEIVED')}>
              {t('followUps.noFlag')}
            </button>
          </div>
        </>
      ) : (
        <Results
          label={t('whatCame')}
          results={results}
          wordOf={result => t(`result.${result}`)}
          off={busy}
          onResult={result => void say(result)}
        />
      )}
      <div className={css.acts}>
        <button type="button" disabled={busy} onClick={() => void leave()}>
          {t('followUps.leave')}
        </button>
        <button type="button" disabled={busy} onClick={() => void forget()}>
          {t(asks === 'forget' ? 'followUps.forgetSure' : 'followUps.forget')}
        </button>
      </div>
    </div>
  );
}

function Who({ person }: { person: Person }) {
  const { t, i18n } = useWords();
  const [read, acknowledge] = useState(!person.safeContact);
  if (person.state !== 'READABLE' || !person.phone) return <p>{t(`kept.${person.state}`)}</p>;
  const { shown, href } = telephone(person.phone);
  const spoken = person.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(person.language);
  return (
    <>
      <p className={css.quiet}>{t('readingKept')}</p>
      {person.safeContact && <p className={css.careful}>{person.safeContact}</p>}
      {read ? (
        <>
          <p>
            <b>{person.knownAs}</b> {spoken && `· ${spoken}`}
          </p>
          <a className={css.phone} href={href}>
            <Icon name="phone" size={18} /> {shown}
          </a>
        </>
      ) : (
        <div className={css.acts}>
          <button type="button" data-first onClick={() => acknowledge(true)}>
            {t('followUps.acknowledge')}
          </button>
        </div>
      )}
    </>
  );
}

function Hidden({ state, onRead }: { state: string; onRead: () => void }) {
  const { t } = useWords();
  if (state === 'reading') return <p role="status">{t('loading')}</p>;
  return (
    <>
      <p>{t(state === 'failed' ? 'kept.failed' : 'kept.lapsed')}</p>
      <div className={css.acts}>
        <button type="button" onClick={onRead}>
          {t('showAgain')}
        </button>
      </div>
    </>
  );
}
