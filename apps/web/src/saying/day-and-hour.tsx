import { useState } from 'react';
import { useSession } from '../hub/session.ts';
import { Localized } from '../ui/localized.tsx';
import { now } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import css from './choices.module.css';
import { fieldsOf, instantOfFields } from './until.ts';
import { useWords } from './words.ts';

export const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Any instant by its day and its hour, on the region's clocks: one to come, or one that is over. */
export function DayAndHour({ value, over, onChange }: { value: string | null; over?: boolean; onChange: (at: string | null) => void }) {
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
  const today = fieldsOf(now(), zone).day;

  return (
    <div className={css.date}>
      <label>
        <span>{t('sheet.day')}</span>
        <input
          type="date"
          value={fields.day}
          min={over ? undefined : today}
          max={over ? today : undefined}
          onChange={event => type({ day: event.target.value })}
        />
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
