import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { CallResult } from '../../hub/gql/graphql.ts';
import { DayAndHour } from '../../saying/day-and-hour.tsx';
import { useKeys } from '../../ui/keys.ts';
import css from './to-reach.module.css';
import { useWords } from './words.ts';

export const results: readonly CallResult[] = ['ANSWERED', 'NO_ANSWER', 'VOICEMAIL', 'CALL_BACK', 'WRONG_NUMBER', 'REFUSED'];

type ResultsProps = {
  busy: boolean;
  offline: boolean;
  refused: { message: string; field: string | null } | null;
  onResult: (result: CallResult, note: string | null, callBackAt: string | null) => void;
  onRelease: () => void;
};

/** What came of the call, in one key; what was said beside, and when to call back. */
export function Results({ busy, offline, refused, onResult, onRelease }: ResultsProps) {
  const { t } = useWords();
  const [note, write] = useState('');
  const [later, askLater] = useState(false);
  const [callBackAt, become] = useState<string | null>(null);
  const off = busy || offline;
  const say = (result: CallResult) => {
    if (off) return;
    if (result === 'CALL_BACK' && !callBackAt) return askLater(true);
    onResult(result, note.trim() || null, result === 'CALL_BACK' ? callBackAt : null);
  };
  useKeys([
    { keys: results.map((_, n) => String(n + 1)), words: t('keys.result'), press: key => say(results[Number(key) - 1]!) }, // as many as there are
    { keys: ['Escape'], words: t('keys.release'), press: onRelease },
  ]);
  const leave = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <div className={css.results}>
      <label className={css.note}>
        <span>{t('note')}</span>
        <textarea rows={2} maxLength={1000} value={note} onChange={event => write(event.target.value)} onKeyDown={leave} />
      </label>
      {later && (
        <form
          className={css.later}
          onSubmit={event => {
            event.preventDefault();
            say('CALL_BACK');
          }}
        >
          <fieldset>
            <legend>{t('callBackWhen')}</legend>
            <DayAndHour value={callBackAt} onChange={become} />
          </fieldset>
          <Button type="submit" disabled={!callBackAt || off}>
            {t('callBackKeep')}
          </Button>
        </form>
      )}
      {refused && (
        <p role="alert" className={css.wrong}>
          {refused.message}
        </p>
      )}
      {offline && <p>{t('offline')}</p>}
      <ol className={css.keys} aria-label={t('whatCame')}>
        {results.map((result, n) => (
          <li key={result}>
            <button
              type="button"
              disabled={offline}
              aria-disabled={busy}
              aria-keyshortcuts={String(n + 1)}
              data-result={result}
              onClick={() => say(result)}
            >
              <kbd aria-hidden>{n + 1}</kbd> {t(`result.${result}`)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
