import { useEffect } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import css from './call-desk.module.css';
import type { Act, Asking, Desk } from './desk.ts';
import { Key } from './key.tsx';
import { type Choices, isTyped, shownOf } from './keys.ts';
import { useWords } from './words.ts';

type ChooserProps = { asking: Asking; desk: Desk; choices: Choices; label: string; onAct: (act: Act) => void };

/** Nine at a time, each with its digit; where the list is long, what is typed narrows it. */
export function Chooser({ asking, desk, choices, label, onAct }: ChooserProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { shown, pages } = shownOf(choices[asking], desk);
  const heard = shown.map(({ words }, n) => `${n + 1} ${words}`).join(', ');
  useEffect(() => announce(t('choose', { label, choices: heard }), 'own'), [heard]);
  return (
    <div className={css.chooser} role="group" aria-label={label}>
      {isTyped(asking) && <p className={css.typed}>{desk.typed ? t('typed', { typed: desk.typed }) : t('typeOr')}</p>}
      <ul>
        {shown.map(({ value, words, beside }, n) => (
          <li key={value}>
            <button type="button" aria-keyshortcuts={String(n + 1)} onClick={() => onAct({ is: 'choose', asking, value })}>
              <Key of={String(n + 1)} /> <span>{words}</span> {beside && <span className={css.quiet}>{beside}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={css.quiet}>{t('noneFound')}</p>}
      {pages > 1 && (
        <button type="button" className={css.turn} aria-keyshortcuts="0" onClick={() => onAct({ is: 'turn', pages })}>
          <Key of="0" /> {t('others')}
        </button>
      )}
    </div>
  );
}
