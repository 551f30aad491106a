import { useState } from 'react';
import css from './outgoing.module.css';
import type { Choice, Said } from './use-choice.ts';
import { useWords } from './words.ts';

type AllProps = { ids: readonly string[]; busy: boolean; offline: boolean; said: Said | null; onChoose: (choice: Choice) => void };

/** All of this page that did not leave, at once: asked once more. */
export function AllOfThem({ ids, busy, offline, said, onChoose }: AllProps) {
  const { t } = useWords();
  const [asked, ask] = useState<Choice | null>(null);
  const take = (choice: Choice) => {
    if (busy) return;
    if (asked !== choice) return ask(choice);
    ask(null);
    onChoose(choice);
  };
  return (
    <div className={css.all}>
      {ids.length > 1 &&
        (['retry', 'giveUp'] as const)
          .filter(choice => asked === null || asked === choice)
          .map(choice => (
            <button
              key={choice}
              type="button"
              disabled={offline}
              aria-disabled={busy}
              data-asked={asked === choice ? choice : undefined}
              onClick={() => take(choice)}
            >
              {t(asked === choice ? `allIndeed.${choice}` : `all.${choice}`, { count: ids.length })}
            </button>
          ))}
      {asked && (
        <button type="button" onClick={() => ask(null)}>
          {t('not')}
        </button>
      )}
      <p role="status">{said && !('wrong' in said) && t(`done.${said.choice}`, { count: said.done })}</p>
      {said && 'wrong' in said && said.ids.length > 1 && <p role="alert">{said.wrong}</p>}
    </div>
  );
}
