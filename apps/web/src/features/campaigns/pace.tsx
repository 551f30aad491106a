import css from './campaigns.module.css';
import { dues, type Letter, reminders } from './draft.ts';
import { Line } from './fields.tsx';
import { useWords } from './words.ts';

type PaceProps = { draft: Letter; write: (change: Partial<Letter>) => void; wrong?: (field: string) => string | null };

/** The usual ones, and whatever was chosen otherwise. */
const among = (usual: readonly number[], chosen: readonly number[]) =>
  [...new Set([...usual, ...chosen])].sort((one, other) => one - other);

/** Until when it waits, when it asks again, when it is silent. */
export function Pace({ draft, write, wrong = () => null }: PaceProps) {
  const { t } = useWords();
  const choices = among(reminders, draft.remind);
  return (
    <>
      <Line label={t('when.due')} error={wrong('due')}>
        {id => (
          <select id={id} value={draft.dueHours} onChange={event => write({ dueHours: Number(event.target.value) })}>
            {among(dues, [draft.dueHours]).map(hours => (
              <option key={hours} value={hours}>
                {hours < 48 || hours % 24 ? t('when.inHours', { count: hours }) : t('when.inDays', { count: hours / 24 })}
              </option>
            ))}
          </select>
        )}
      </Line>
      <fieldset className={css.choices}>
        <legend>{t('when.remind')}</legend>
        {choices
          .filter(hours => hours < draft.dueHours)
          .map(hours => (
            <label key={hours} className={css.check}>
              <input
                type="checkbox"
                checked={draft.remind.includes(hours)}
                onChange={event =>
                  write({ remind: choices.filter(one => (one === hours ? event.target.checked : draft.remind.includes(one))) })
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
          <Line label={t('when.quietFrom')} error={wrong('quietFrom')}>
            {id => <input id={id} type="time" value={draft.quietFrom} onChange={event => write({ quietFrom: event.target.value })} />}
          </Line>
          <Line label={t('when.quietTo')} error={wrong('quietTo')}>
            {id => <input id={id} type="time" value={draft.quietTo} onChange={event => write({ quietTo: event.target.value })} />}
          </Line>
        </div>
      )}
    </>
  );
}
