import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { useStep } from '../../needs/use-step.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

const FEW = 12;

/** What was done and said of it, the latest first; « 211, poste 4 ». */
export function History({ gap, onDone }: { gap: GapInFull; onDone: () => void }) {
  const { t } = useWords();
  const { may } = useSession();
  const [all, seeAll] = useState(false);
  const steps = all ? gap.history : gap.history.slice(0, FEW);
  return (
    <section className={css.panel} aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      {may('gap:comment') && <Comment gapId={gap.id} onDone={onDone} />}
      <ol className={css.history}>
        {steps.map(step => (
          <Happened key={step.id} step={step} />
        ))}
      </ol>
      {gap.history.length > FEW && !all && (
        <button type="button" className={css.quietAct} onClick={() => seeAll(true)}>
          {t('wholeHistory', { count: gap.history.length })}
        </button>
      )}
    </section>
  );
}

function Happened({ step }: { step: GapInFull['history'][number] }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const { moment, language } = useTimes();
  const { at, by, organization, service, note, answer, from, quantity, unit, otherGapId } = step;
  const dated = new Intl.DateTimeFormat(`${language}-CA`, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <li>
      <Instant at={at}>{moment(at, now())}</Instant>
      <div>
        <b>{n(`happened.${step.step}`)}</b>
        {answer && <> {n(`answer.${answer}`)}</>}
        {quantity != null && <> {unit ? n(`unit.${unit}`, { count: quantity }) : quantity}</>}
        {organization && (
          <>
            {' · '}
            <Localized of={organization.name} />
          </>
        )}
        {service && (
          <>
            {' · '}
            <Link to={`/services/${service.id}`}>
              <Localized of={service.name} />
            </Link>
          </>
        )}
        {from && <> · {t('from', { day: dated.format(new Date(from)) })}</>}
        {otherGapId && (
          <>
            {' · '}
            <Link to={`/besoins/${otherGapId}`}>{t('otherGap')}</Link>
          </>
        )}
        <span className={css.quiet}>
          {' '}
          <Localized of={by} />
        </span>
        {note && <q>{note}</q>}
      </div>
    </li>
  );
}

function Comment({ gapId, onDone }: { gapId: string; onDone: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [note, type] = useState('');
  const offline = useConnection().state === 'offline';
  const { take, busy, refused } = useStep(() => (type(''), onDone()));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !offline && note.trim()) void take('comment', { gapId, note: note.trim() });
  };
  return (
    <form className={css.comment} onSubmit={send}>
      <label htmlFor={id} className="unseen">
        {t('comment')}
      </label>
      <input
        id={id}
        type="text"
        maxLength={2_000}
        placeholder={t('commentHint')}
        value={note}
        onChange={event => type(event.target.value)}
      />
      <button type="submit" disabled={offline || !note.trim()} aria-disabled={busy}>
        {t('send')}
      </button>
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused.message}
        </p>
      )}
    </form>
  );
}
