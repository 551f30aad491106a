import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import { type Call, isFlagged, missingIn } from './call.ts';
import type { Act } from './desk.ts';
import { Key } from './key.tsx';
import type { InHand } from './use-call.ts';
import type { Saved } from './use-saved.ts';
import { useSummary } from './use-summary.ts';
import { useWords } from './words.ts';

type FootProps = { inHand: InHand; saved: Saved; onSave: () => void; onAct: (act: Act) => void };

/** Before hanging up: what is there, what is missing; saving never waits for it. */
export function Foot({ inHand: { call, keptAt, next, resume }, saved, onSave }: FootProps) {
  const { t } = useWords();
  const { age, when } = useTimes();
  const [letting, let_] = useState(false);
  const kept = useInTime(at => (keptAt ? age(keptAt, at) : null));
  const begun = call.startedAt !== null;
  const missing = begun ? missingIn(call) : [];
  const without = missing.length === 1 ? t(`saveWithout.${missing[0]!}`) : missing.length > 1 ? t('saveAsIs') : t('save');
  const last = saved.last && (saved.last.act.input as { startedAt: string }).startedAt; // a contact's, by useSaved
  return (
    <footer className={css.foot} aria-label={t('foot')}>
      {saved.refused.map(act => (
        <p key={act.key} className={css.notSaved} role="alert">
          <Icon name="warning" size={18} />
          <span>
            <b>{t('refused', { when: when(act.input.startedAt, now()) })}</b> {act.refusal?.message || t('hubFailed')}
          </span>
          <button type="button" onClick={() => (act.refusal?.unsure ? void saved.again(act) : reopened(saved.reopen(act), resume))}>
            {t(act.refusal?.unsure ? 'again' : 'reopen')}
          </button>
        </p>
      ))}
      <div className={css.checks} role="status">
        {begun && <Checks call={call} />}
        {!begun && last && saved.waiting.length === 0 && (
          <span className={css.savedLast}>
            <Icon name="check" size={16} /> {t('saved', { when: when(last, now()) })}
          </span>
        )}
        {!begun && !last && saved.waiting.length === 0 && <span className={css.quiet}>{t('idle')}</span>}
        {saved.waiting.length > 0 && (
          <span>
            <Icon name="clock" size={16} /> {t('waitingLine', { count: saved.waiting.length })}
          </span>
        )}
      </div>
      {begun && kept && <span className={css.quiet}>{t('draftKept', { ago: kept })}</span>}
      {begun && <CopySummary call={call} />}
      {begun && (
        <button type="button" onClick={() => (letting ? (next(true), let_(false)) : let_(true))} onBlur={() => let_(false)}>
          {t(letting ? 'letGoSure' : 'letGo')}
        </button>
      )}
      <button type="button" className={css.save} disabled={!begun} aria-keyshortcuts="Control+Enter" onClick={onSave}>
        {without} <Key of="Ctrl" /> <Key of={t('enterKey')} />
      </button>
    </footer>
  );
}

const reopened = (call: Call | null, resume: (call: Call) => void) => call && resume(call);

function Checks({ call }: { call: Call }) {
  const { t } = useWords();
  const missing = new Set(missingIn(call));
  const references = call.needs.reduce((sum, need) => sum + need.references.length, 0);
  const flagged = call.needs.filter(isFlagged).length;
  const said = [
    { key: 'place', there: call.place !== null, words: t('check.place') },
    { key: 'language', there: call.language !== null, words: t('check.language') },
    {
      key: 'need',
      there: call.needs.length > 0,
      words: call.needs.length > 0 ? t('check.needs', { count: call.needs.length }) : t('check.need'),
    },
    ...(references > 0 ? [{ key: 'references', there: true, words: t('check.references', { count: references }) }] : []),
    ...(missing.has('outcome') ? [{ key: 'outcome', there: false, words: t('check.outcome') }] : []),
    ...(missing.has('reason') ? [{ key: 'reason', there: false, words: t('check.reason') }] : []),
    ...(flagged > 0 ? [{ key: 'flagged', there: true, words: t('check.flagged', { count: flagged }) }] : []),
  ];
  if (call.kind !== 'NEED') return <b>{t(`contact.${call.kind}`)}</b>;
  return (
    <>
      <b>{t('beforeHangingUp')}</b>
      {said.map(({ key, there, words }) => (
        <span key={key} data-missing={!there || undefined}>
          <Icon name={there ? 'check' : 'warning'} size={16} /> {!there && <span className="unseen">{t('missing')}</span>} {words}
        </span>
      ))}
    </>
  );
}

function CopySummary({ call }: { call: Call }) {
  const { t } = useWords();
  const [copied, copy] = useState(false);
  const summary = useSummary(call);
  const put = () =>
    void navigator.clipboard?.writeText(summary()).then(
      () => copy(true),
      () => copy(false),
    );
  return (
    <button type="button" onClick={put}>
      {t(copied ? 'copied' : 'copy')}
    </button>
  );
}
