import { type ReactNode, useId } from 'react';
import type { LocalizedTextInput } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './crises.module.css';
import { useWords } from './words.ts';

type LineProps = {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  children: (id: string, describedBy?: string) => ReactNode;
};

/** A question with one answer; what is wrong with it is said right there. */
export function Line({ label, hint, error, children }: LineProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.line} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={css.quiet}>
          {hint}
        </span>
      )}
      {children(id, described || undefined)}
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

/** The same in both languages, side by side; one of them may be missing for now. */
export function BothLanguages({ label, value, most, rows = 1, error, onChange }: BothProps) {
  const { t } = useWords();
  return (
    <div className={css.both}>
      {(['fr', 'en'] as const).map(language => (
        <Line key={language} label={t(`in.${language}`, { what: label })} error={language === 'fr' ? error : null}>
          {(id, describedBy) => {
            const shared = {
              id,
              lang: language,
              value: value[language] ?? '',
              maxLength: most,
              'aria-describedby': describedBy,
              'aria-invalid': error ? true : undefined,
            } as const;
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

/** As the hub takes it: what is empty is not said. */
export const saidIn = ({ fr, en }: LocalizedTextInput): LocalizedTextInput => ({
  ...(fr?.trim() && { fr: fr.trim() }),
  ...(en?.trim() && { en: en.trim() }),
});

export const isSaid = ({ fr, en }: LocalizedTextInput): boolean => Boolean(fr?.trim() || en?.trim());
