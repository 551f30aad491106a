import { useId, useState } from 'react';
import type { LocalizedTextInput, ServiceState } from '../hub/gql/graphql.ts';
import { Icon } from '../ui/icon.tsx';
import { textIn } from '../ui/localized.tsx';
import type { Spoken } from '../ui/moment.ts';
import css from './choices.module.css';
import { phrasesFor, useWords } from './words.ts';

/** The hub's own limit. */
export const MOST = 500;

type Note = LocalizedTextInput;
type NoteChoiceProps = { state: ServiceState | null; value: Note | null; onChange: (note: Note | null) => void };

/** Phrases at hand are said in both languages; one's own words in the language they are typed in. */
export function NoteChoice({ state, value, onChange }: NoteChoiceProps) {
  const { t, i18n } = useWords();
  const language = i18n.language as Spoken; // only these two are supported
  const phrases = state && state !== 'UNKNOWN' ? phrasesFor(state) : [];
  const chosen = phrases.find(({ fr, en }) => fr === value?.fr && en === value.en);
  const typed = chosen ? '' : textIn(value, language).text;
  const count = useId();
  const [own, writeOwn] = useState(typed !== '');
  const toggleOwn = () => {
    writeOwn(!own);
    if (own) onChange(null);
    else if (chosen) onChange({ [language]: chosen[language] }); // a phrase is a beginning
  };

  return (
    <>
      <div className={css.chips} data-scroll>
        <label className={css.chip}>
          <input type="checkbox" checked={own} onChange={toggleOwn} />
          <Icon name="pen" size={18} /> {t('sheet.noteYours')}
        </label>
        {phrases.map(phrase => (
          <label key={phrase.fr} className={css.chip}>
            <input
              type="checkbox"
              checked={phrase === chosen}
              onChange={() => (writeOwn(false), onChange(phrase === chosen ? null : phrase))}
            />
            {phrase[language]}
          </label>
        ))}
      </div>
      {own && (
        <label className={css.own}>
          <span className="unseen">{t('sheet.noteYours')}</span>
          <textarea
            rows={2}
            autoFocus
            onFocus={event => event.target.select()}
            value={typed}
            aria-describedby={count}
            onChange={event => onChange(event.target.value ? { [language]: event.target.value } : null)}
          />
          <span id={count} className={css.count} data-over={typed.length > MOST || undefined}>
            {t('sheet.noteCount', { count: typed.length, most: MOST })}
          </span>
        </label>
      )}
    </>
  );
}
