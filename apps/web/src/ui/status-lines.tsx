import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { Localized, useText } from './localized.tsx';
import { StatusShape } from './status-badge.tsx';
import css from './status-lines.module.css';
import { statusWords } from './status-words.ts';
import type { Said } from './sureness.ts';
import { useHowSure } from './use-how-sure.ts';

type StatusLinesProps = {
  status: Said;
  /** Instead of the name of what takes its place. */
  replacement?: ReactNode;
  /** Beside what is planned: what can be done of it. */
  besidePlan?: ReactNode;
  /** Instead of the sentence that somebody says otherwise. */
  contradiction?: ReactNode;
};

/** What follows a state wherever it is shown: its note, who takes over, what is planned, who says otherwise. */
export function StatusLines({ status, replacement, besidePlan, contradiction }: StatusLinesProps) {
  const { t } = useTranslation(statusWords);
  const textOf = useText();
  const { words, planned } = useHowSure(status);
  return (
    <>
      {status.note && (
        <p className={css.note}>
          <Localized of={status.note} />
        </p>
      )}
      {status.replacement && (
        <p className={css.line}>
          <Icon name="arrow" size={16} /> <span>{replacement ?? t('replacedBy', { name: textOf(status.replacement.name) })}</span>
        </p>
      )}
      {planned && status.planned && (
        <p className={css.line}>
          <Icon name="arrow" size={16} />
          <StatusShape state={status.planned.state} stale size={16} /> <span>{planned}</span> {besidePlan}
        </p>
      )}
      {status.contradicted &&
        (contradiction ?? (
          <p className={css.line}>
            <Icon name="warning" size={16} /> {words.contradicted}
          </p>
        ))}
    </>
  );
}
