import css from './call-desk.module.css';
import type { Need } from './call.ts';
import type { Act, Desk } from './desk.ts';
import { Key } from './key.tsx';
import { type Choices, shownOf } from './keys.ts';
import { useWords } from './words.ts';

type ReasonsProps = { need: Need; desk: Desk; choices: Choices; onAct: (act: Act) => void };

const NINE = 9;

/** Why, each with the two keys that say it: the outcome's, then its digit. */
export function Reasons({ need, desk, choices, onAct }: ReasonsProps) {
  const { t } = useWords();
  const all = choices.reason;
  const chosen = all.findIndex(({ value }) => value === need.reason);
  const page = desk.asking === 'reason' ? desk.page : Math.max(0, Math.floor(chosen / NINE));
  const { shown, pages } = shownOf(all, { typed: '', page });
  const letter = need.outcome === 'UNMET' ? 'U' : 'K';
  const turn = () => {
    if (desk.asking !== 'reason') onAct({ is: 'ask', asking: 'reason' });
    onAct({ is: 'turn', pages });
  };
  return (
    <fieldset className={css.reasons} data-asking={desk.asking === 'reason' || undefined}>
      <legend>
        {t(need.outcome === 'UNMET' ? 'whyUnmet' : 'whyPartly')} <span className={css.quiet}>{t('twoKeys')}</span>
      </legend>
      {shown.map(({ value, words }, n) => (
        <button
          key={value}
          type="button"
          aria-pressed={need.reason === value}
          onClick={() => onAct({ is: 'choose', asking: 'reason', value })}
        >
          <Key of={`${letter}${page % pages > 0 ? '0' : ''}${n + 1}`} /> {words}
        </button>
      ))}
      <button type="button" data-more onClick={turn}>
        <Key of={`${letter}0`} /> {t('otherReasons')}
      </button>
    </fieldset>
  );
}
