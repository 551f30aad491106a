import { now } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import css from './change-sheet.module.css';
import { useWords } from './words.ts';

/** What was begun before is here; whether it still fits; and the way to begin anew. */
export function Begun({ at, overtaken, onAnew }: { at: number; overtaken: boolean; onAnew: () => void }) {
  const { t } = useWords();
  const { when } = useTimes();
  return (
    <p className={css.begun} role="status">
      <span>
        {t('draft.resumed', { when: when(at, now()) })} {overtaken && t('draft.overtaken')}
      </span>
      <button type="button" onClick={onAnew}>
        {t('draft.anew')}
      </button>
    </p>
  );
}
