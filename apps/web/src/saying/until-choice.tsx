import { useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { now } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import css from './choices.module.css';
import { DayAndHour, iso } from './day-and-hour.tsx';
import { untilChoices } from './until.ts';
import { useWords } from './words.ts';

type UntilChoiceProps = {
  value: string | null;
  /** It begins then: nothing ends before. */
  after?: string | null;
  onChange: (at: string | null) => void;
};

/** Usual ends one tap away, any other by its day and hour, on the region's clocks. A second tap takes it back. */
export function UntilChoice({ value, after, onChange }: UntilChoiceProps) {
  const { t } = useWords();
  const { zone, clock } = useTimes();
  const [opened] = useState(now); // as they were when the sheet opened
  const choices = untilChoices(opened, zone, after ? Date.parse(after) : opened);
  const usual = choices.some(({ at }) => iso(at) === value);
  const [other, chooseOther] = useState(value !== null && !usual);

  const choose = (at: number) => {
    chooseOther(false);
    onChange(iso(at) === value && !other ? null : iso(at));
  };
  const toggleOther = () => {
    chooseOther(!other);
    if (other) onChange(null);
  };

  return (
    <>
      <div className={css.chips}>
        {choices.map(({ key, at }) => (
          <label key={key} className={css.chip}>
            <input type="checkbox" checked={!other && iso(at) === value} onChange={() => choose(at)} />
            {t(`sheet.${key}`, { clock: clock(at) })}
          </label>
        ))}
        <label className={css.chip}>
          <input type="checkbox" checked={other} onChange={toggleOther} />
          <Icon name="calendar" size={18} />
          <span className="unseen">{t('sheet.otherDate')}</span>
        </label>
      </div>
      {other && <DayAndHour value={value} onChange={onChange} />}
    </>
  );
}
