import { now } from '../ui/pulse.ts';
import css from './choices.module.css';
import { DayAndHour, iso } from './day-and-hour.tsx';
import { useWords } from './words.ts';

type ObservedChoiceProps = { value: string | null; onChange: (at: string | undefined) => void };

/** When it was so: now, unless it is written down afterwards. */
export function ObservedChoice({ value, onChange }: ObservedChoiceProps) {
  const { t } = useWords();
  return (
    <>
      <div className={css.chips}>
        <label className={css.chip}>
          <input type="radio" name="observed" checked={value === null} onChange={() => onChange(undefined)} />
          {t('sheet.observedNow')}
        </label>
        <label className={css.chip}>
          <input type="radio" name="observed" checked={value !== null} onChange={() => onChange(iso(now())!)} />
          {t('sheet.observedEarlier')}
        </label>
      </div>
      {value !== null && <DayAndHour value={value} over onChange={at => onChange(at ?? '')} />}
    </>
  );
}
