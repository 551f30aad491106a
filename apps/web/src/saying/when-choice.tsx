import css from './choices.module.css';
import { now } from '../ui/pulse.ts';
import { DayAndHour, iso } from './day-and-hour.tsx';
import type { Draft } from './draft.ts';
import { UntilChoice } from './until-choice.tsx';
import { useWords } from './words.ts';

type When = Pick<Draft, 'effectiveFrom' | 'observedAt'>;
type WhenChoiceProps = { value: When; heard?: boolean; onChange: (when: When) => void };

/** From when it is so: now, later, or since before where it is written down afterwards. An empty instant is one to be chosen yet. */
export function WhenChoice({ value: { effectiveFrom, observedAt }, heard, onChange }: WhenChoiceProps) {
  const { t } = useWords();
  const chosen = effectiveFrom != null ? 'later' : observedAt != null ? 'earlier' : 'now';
  const plain: When = { effectiveFrom: null, observedAt: undefined };
  const choices = {
    now: plain,
    later: { ...plain, effectiveFrom: '' },
    ...(heard && { earlier: { ...plain, observedAt: iso(now()) } }),
  };
  return (
    <>
      <div className={css.chips}>
        {Object.entries(choices).map(([key, when]) => (
          <label key={key} className={css.chip}>
            <input type="radio" name="when" checked={key === chosen} onChange={() => onChange(when)} />
            {t(`sheet.when.${key as keyof typeof choices}`)}
          </label>
        ))}
      </div>
      {chosen === 'later' && (
        <div className={css.under}>
          <UntilChoice value={effectiveFrom || null} onChange={at => onChange({ ...plain, effectiveFrom: at ?? '' })} />
        </div>
      )}
      {chosen === 'earlier' && <DayAndHour value={observedAt || null} over onChange={at => onChange({ ...plain, observedAt: at ?? '' })} />}
    </>
  );
}
