import { useState } from 'react';
import { useSession } from '../../hub/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './choices.module.css';
import { fieldsOf, instantOfFields, untilChoices } from './until.ts';
import { useWords } from './words.ts';

type UntilChoiceProps = { value: string | null; onChange: (at: string | null) => void };

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Usual ends one tap away, any other by its day and hour, on the region's clocks. A second tap takes it back. */
export function UntilChoice({ value, onChange }: UntilChoiceProps) {
  const { t } = useWords();
  const { zone, clock } = useTimes();
  const [choices] = useState(() => untilChoices(now(), zone)); // as they were when the sheet opened
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
      {other && <OtherDate value={value} onChange={onChange} />}
    </>
  );
}

function OtherDate({ value, onChange }: UntilChoiceProps) {
  const { t } = useWords();
  const { zone } = useTimes();
  const { region } = useSession();
  const [fields, become] = useState(() => (value ? fieldsOf(Date.parse(value), zone) : { day: '', hour: '09:00' }));
  const type = (change: Partial<typeof fields>) => {
    const next = { ...fields, ...change };
    become(next);
    onChange(iso(instantOfFields(next.day, next.hour, zone)));
  };
  const elsewhere = zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;

  return (
    <div className={css.date}>
      <label>
        <span>{t('sheet.day')}</span>
        <input type="date" value={fields.day} min={fieldsOf(now(), zone).day} onChange={event => type({ day: event.target.value })} />
      </label>
      <label>
        <span>{t('sheet.hour')}</span>
        <input type="time" value={fields.hour} onChange={event => type({ hour: event.target.value })} />
      </label>
      {elsewhere && region && (
        <p>
          {t('sheet.hourThere')} <Localized of={region.name} />
        </p>
      )}
    </div>
  );
}
