import { fieldsOf } from '../../ui/day-hour.ts';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './crises.module.css';
import { Line } from './inputs.tsx';
import { useWords } from './words.ts';

export type DayHour = { day: string; hour: string };
type DayAndHourProps = { label: string; value: DayHour; error?: string | null | undefined; onChange: (value: DayHour) => void };

/** An instant by its day and hour, on the region's clocks. */
export function DayAndHour({ label, value, error, onChange }: DayAndHourProps) {
  const { t } = useWords();
  const { zone } = useTimes();
  return (
    <div className={css.both}>
      <Line label={t('day', { what: label })} error={error}>
        {(id, describedBy) => (
          <input
            id={id}
            type="date"
            min={fieldsOf(now(), zone).day}
            value={value.day}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            onChange={event => onChange({ ...value, day: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('hour')}>
        {id => <input id={id} type="time" value={value.hour} onChange={event => onChange({ ...value, hour: event.target.value })} />}
      </Line>
    </div>
  );
}
