import { fieldsOf } from '../../ui/day-hour.ts';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './campaigns.module.css';
import type { Draft } from './draft.ts';
import { Line } from './fields.tsx';
import { Pace } from './pace.tsx';
import { useWords } from './words.ts';

type WhenProps = { draft: Draft; write: (change: Partial<Draft>) => void; wrong: (field: string) => string | null };

/** When it leaves, until when it waits, when it asks again, when it is silent. */
export function When({ draft, write, wrong }: WhenProps) {
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
          <Line label={t('when.day')} error={wrong('day')}>
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
      <Pace draft={draft} write={write} wrong={wrong} />
    </fieldset>
  );
}
