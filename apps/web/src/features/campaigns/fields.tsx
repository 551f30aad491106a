import { type ReactNode, useId } from 'react';
import type { LocalizedTextInput } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './campaigns.module.css';
import { useWords } from './words.ts';

type LineProps = { label: string; error?: string | null | undefined; children: (id: string, described: string | undefined) => ReactNode };

/** A question with one answer; what is wrong with it is said right there. */
export function Line({ label, error, children }: LineProps) {
  const id = useId();
  return (
    <div className={css.line} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id, error ? `${id}-error` : undefined)}
      {error && (
        <span id={`${id}-error`} role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {error}
        </span>
      )}
    </div>
  );
}

type BothProps = {
  label: string;
  value: LocalizedTextInput;
  most: number;
  rows?: number;
  error?: string | null | undefined;
  onChange: (value: LocalizedTextInput) => void;
};

/** The same in both languages, side by side. */
export function Both({ label, value, most, rows = 1, error, onChange }: BothProps) {
  const { t } = useWords();
  return (
    <div className={css.both}>
      {(['fr', 'en'] as const).map(language => (
        <Line key={language} label={t(`in.${language}`, { what: label })} error={language === 'fr' ? error : null}>
          {(id, described) => {
            const shared = {
              id,
              lang: language,
              value: value[language] ?? '',
              maxLength: most,
              'aria-describedby': described,
              'aria-invalid': error ? true : undefined,
            };
            return rows > 1 ? (
              <textarea {...shared} rows={rows} onChange={event => onChange({ ...value, [language]: event.target.value })} />
            ) : (
              <input type="text" {...shared} onChange={event => onChange({ ...value, [language]: event.target.value })} />
            );
          }}
        </Line>
      ))}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  value: string;
  from: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
};

export function Choice({ label, all, value, from, onChange }: ChoiceProps) {
  return (
    <Line label={label}>
      {id => (
        <select id={id} value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{all}</option>
          {from.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Line>
  );
}
