import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import css from './campaigns.module.css';
import { Line } from './fields.tsx';
import { Pace } from './pace.tsx';
import { phases, type RuleDraft, rests, weekdays } from './rule-draft.ts';
import { useWords } from './words.ts';

type RuleWhenProps = { draft: RuleDraft; write: (change: Partial<RuleDraft>) => void; wrong: (field: string) => string | null };

/** What it asks again and again, on which days, while what goes on. */
export function RuleWhen({ draft, write, wrong }: RuleWhenProps) {
  const { t } = useWords();
  const { t: crisisWord } = useCrisisWords();
  return (
    <section className={css.panel} aria-labelledby="rhythm">
      <h2 id="rhythm">{t('rule.rhythm')}</h2>
      <fieldset className={css.choices}>
        <legend>{t('rule.whom')}</legend>
        {(['WEEKLY', 'STALE'] as const).map(kind => (
          <label key={kind} className={css.check}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => write({ kind })} /> {t(`rule.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className={css.choices} aria-describedby={wrong('byday') ? 'byday-wrong' : undefined}>
        <legend>{t(draft.kind === 'STALE' ? 'rule.daysOrAll' : 'rule.days')}</legend>
        {weekdays.map(day => (
          <label key={day} className={css.check}>
            <input
              type="checkbox"
              checked={draft.byday.includes(day)}
              onChange={event => write({ byday: weekdays.filter(one => (one === day ? event.target.checked : draft.byday.includes(one))) })}
            />{' '}
            {t(`rule.day.${day}`)}
          </label>
        ))}
        {wrong('byday') && (
          <p id="byday-wrong" role="alert" className={css.wrong}>
            {wrong('byday')}
          </p>
        )}
      </fieldset>
      <Line label={t('rule.hour')} error={wrong('atTime')}>
        {(id, described) => (
          <input
            id={id}
            type="time"
            aria-describedby={described}
            value={draft.atTime}
            onChange={event => write({ atTime: event.target.value })}
          />
        )}
      </Line>
      <fieldset className={css.choices}>
        <legend>{t('rule.while')}</legend>
        {phases.map(phase => (
          <label key={phase} className={css.check}>
            <input
              type="checkbox"
              checked={draft.phases.includes(phase)}
              onChange={event =>
                write({ phases: phases.filter(one => (one === phase ? event.target.checked : draft.phases.includes(one))) })
              }
            />{' '}
            {crisisWord(`phase.${phase}`)}
          </label>
        ))}
      </fieldset>
      <Line label={t('rule.rest')} error={wrong('restHours')}>
        {id => (
          <select id={id} value={draft.restHours} onChange={event => write({ restHours: Number(event.target.value) })}>
            {[...new Set([...rests, draft.restHours])]
              .sort((one, other) => one - other)
              .map(hours => (
                <option key={hours} value={hours}>
                  {crisisWord(hours % 24 ? 'lasts.hours' : 'lasts.days', { count: hours % 24 ? hours : hours / 24 })}
                </option>
              ))}
          </select>
        )}
      </Line>
      <Pace draft={draft} write={write} wrong={wrong} />
    </section>
  );
}
