import { fieldsOf } from '../../ui/day-hour.ts';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './campaigns.module.css';
import { type Draft, dues, reminders } from './draft.ts';
import { Line } from './fields.tsx';
import { useWords } from './words.ts';

type WhenProps = { draft: Draft; write: (change: Partial<Draft>) => void; error: string | null };

/** When it leaves, until when it waits, when it asks again, when it is silent. */
export function When({ draft, write, error }: WhenProps) {
  const { t } = useWords();
  const { zone } = useTimes();
  return (
    <fieldset className={css.fieldset}>
      <legend>{t('when.title')}</legend>
      <div className={css.choices}>
        {[false, true].map(later => (
          <label key={String(later)} className={css.check}>
            <input
              type="radio"
              name="later"
              checked={draft.later === later}
              onChange={() => write({ later, day: draft.day || fieldsOf(now(), zone).day })}
            />{' '}
            {t(later ? 'when.later' : 'when.now')}
          </label>
        ))}
      </div>
      {draft.later && (
        <div className={css.both}>
          <Line label={t('when.day')} error={error}>
            {(id, described) => (
              <input
                id={id}
                type="date"
                aria-describedby={described}
                min={fieldsOf(now(), zone).day}
                value={draft.day}
                onChange={event => write({ day: event.target.value })}
              />
            )}
          </Line>
          <Line label={t('when.hour')}>
            {id => <input id={id} type="time" value={draft.hour} onChange={event => write({ hour: event.target.value })} />}
          </Line>
        </div>
      )}
      <Line label={t('when.due')}>
        {id => (
          <select id={id} value={draft.dueHours} onChange={event => write({ dueHours: Number(event.target.value) })}>
            {dues.map(hours => (
              <option key={hours} value={hours}>
                {hours < 48 ? t('when.inHours', { count: hours }) : t('when.inDays', { count: hours / 24 })}
              </option>
            ))}
          </select>
        )}
      </Line>
      <fieldset className={css.choices}>
        <legend>{t('when.remind')}</legend>
        {reminders
          .filter(hours => hours < draft.dueHours)
          .map(hours => (
            <label key={hours} className={css.check}>
              <input
                type="checkbox"
                checked={draft.remind.includes(hours)}
                onChange={event =>
                  write({ remind: reminders.filter(one => (one === hours ? event.target.checked : draft.remind.includes(one))) })
                }
              />{' '}
              {t('when.after', { count: hours })}
            </label>
          ))}
      </fieldset>
      <label className={css.check}>
        <input type="checkbox" checked={draft.quiet} onChange={event => write({ quiet: event.target.checked })} /> {t('when.quiet')}
      </label>
      {draft.quiet && (
        <div className={css.both}>
          <Line label={t('when.quietFrom')}>
            {id => <input id={id} type="time" value={draft.quietFrom} onChange={event => write({ quietFrom: event.target.value })} />}
          </Line>
          <Line label={t('when.quietTo')}>
            {id => <input id={id} type="time" value={draft.quietTo} onChange={event => write({ quietTo: event.target.value })} />}
          </Line>
        </div>
      )}
    </fieldset>
  );
}
