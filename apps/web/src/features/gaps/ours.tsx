import { type FormEvent, useId, useState } from 'react';
import type { GapAnswerKind } from '../../hub/gql/graphql.ts';
import { useConnection } from '../../hub/connection.ts';
import { useStep } from '../../needs/use-step.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

type Own = { id: string; name: Text };
type OursProps = { gap: GapInFull; own: readonly Own[]; onDone: () => void };

const answers: readonly GapAnswerKind[] = ['CAN', 'PARTLY', 'CANNOT'];

/** « Ce que nous pouvons faire »: what one's organization is asked, and what it takes on. */
export function Ours({ gap, own, onDone }: OursProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const asked = gap.state === 'ASSIGNED' ? own.find(({ id }) => id === gap.assignedTo?.id) : undefined;
  const [again, answerAgain] = useState(false);
  const answered = asked && gap.answer && !again;
  return (
    <section className={css.ours} aria-labelledby="ours" data-asked={asked && !gap.answer ? true : undefined}>
      <h2 id="ours">{t('ours.title')}</h2>
      {asked && (
        <p>
          {t('ours.proposed')} <Localized of={asked.name} />
        </p>
      )}
      {answered && (
        <p>
          <Icon name="check" size={16} /> {t('ours.answered')} <b>{n(`answer.${gap.answer!.kind}`)}</b>{' '}
          <button type="button" className={css.quietAct} onClick={() => answerAgain(true)}>
            {t('ours.correct')}
          </button>
        </p>
      )}
      {asked && !answered && <Answer gap={gap} organization={asked} onDone={() => (answerAgain(false), onDone())} />}
    </section>
  );
}

function Answer({ gap, organization, onDone }: { gap: GapInFull; organization: Own; onDone: () => void }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const id = useId();
  const offline = useConnection().state === 'offline';
  const [answer, choose] = useState<GapAnswerKind | null>(null);
  const [from, begin] = useState('');
  const [note, type] = useState('');
  const { take, busy, refused } = useStep(onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline || !answer) return;
    const day = answer !== 'CANNOT' && from ? from : null;
    void take('answer', { gapId: gap.id, organizationId: organization.id, answer, from: day, note: note.trim() || null });
  };
  return (
    <form className={css.own} onSubmit={send}>
      <div role="radiogroup" aria-label={t('ours.title')} className={css.three}>
        {answers.map(each => (
          <label key={each} data-chosen={answer === each || undefined}>
            <input type="radio" name={`${id}-answer`} checked={answer === each} onChange={() => choose(each)} />
            {n(`answer.${each}`)}
          </label>
        ))}
      </div>
      {answer && answer !== 'CANNOT' && (
        <>
          <label htmlFor={`${id}-from`}>{t('ours.from')}</label>
          <input id={`${id}-from`} type="date" value={from} onChange={event => begin(event.target.value)} />
        </>
      )}
      {answer && (
        <>
          <label htmlFor={`${id}-note`}>{t('ours.note')}</label>
          <textarea id={`${id}-note`} rows={2} maxLength={2_000} value={note} onChange={event => type(event.target.value)} />
          <p className={css.ownActs}>
            <button type="submit" data-first disabled={offline} aria-disabled={busy}>
              {t('ours.send')}
            </button>
          </p>
        </>
      )}
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused.message}
        </p>
      )}
    </form>
  );
}
