import type { ServiceState } from '../../hub/gql/graphql.ts';
import { DayAndHour } from '../../saying/day-and-hour.tsx';
import { Field } from '../../ui/field.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { StatusBadge, StatusShape } from '../../ui/status-badge.tsx';
import { states } from '../../ui/tokens.mjs';
import type { Fault, Typed } from './typed.ts';
import type { VisitedService } from './use-visited.ts';
import css from './visits.module.css';
import { useWords } from './words.ts';

type ServiceFieldsProps = {
  service: VisitedService;
  typed: Typed;
  wrong: Fault | null;
  onChange: (change: Partial<Typed>) => void;
};

const sayable = states.filter(state => state !== 'UNKNOWN');

/** One service of the sheet, in the order in which the paper has it. */
export function ServiceFields({ service, typed, wrong, onChange }: ServiceFieldsProps) {
  const { t } = useWords();
  const textOf = useText();
  const { id, name, status } = service;
  const choices: Typed['state'][] = [...(status.state === 'UNKNOWN' ? [] : ['SAME' as const]), ...sayable];
  return (
    <article className={css.service} aria-label={textOf(name)}>
      <h2>
        <Localized of={name} />
      </h2>
      <p className={css.known}>
        {t('known')} <StatusBadge state={status.state} stale={status.freshness === 'STALE'} size={16} />
      </p>
      <Field label={t('stateThen')}>
        <div className={css.chips}>
          {choices.map(state => (
            <label key={state} className={css.chip}>
              <input
                type="checkbox"
                checked={typed.state === state}
                onChange={() => onChange({ state: typed.state === state ? '' : state })}
              />
              {state === 'SAME' ? (
                t('unchanged')
              ) : (
                <>
                  <StatusShape state={state as ServiceState} size={18} /> {t(`state.${state as ServiceState}`, { ns: 'status' })}
                </>
              )}
            </label>
          ))}
        </div>
      </Field>
      {typed.state !== '' && (
        <>
          {typed.state !== 'CLOSED' && (
            <Field label={t('untilWhen')} optional={t('optional')} error={wrong === 'UNTIL' && t('fault.UNTIL')}>
              <DayAndHour value={typed.until} onChange={until => onChange({ until })} />
            </Field>
          )}
          {status.capacity && (
            <Field label={t('left')} optional={t('optional')} error={wrong === 'LEFT' && t('fault.LEFT')}>
              <label className={css.left}>
                <Localized of={status.capacity.unit} />
                <input inputMode="numeric" value={typed.left} maxLength={6} onChange={event => onChange({ left: event.target.value })} />
              </label>
            </Field>
          )}
          <label className={css.words} htmlFor={`note-${id}`}>
            {t('noteWhat')}
          </label>
          <textarea
            id={`note-${id}`}
            className={css.note}
            rows={2}
            maxLength={500}
            value={typed.note}
            onChange={event => onChange({ note: event.target.value })}
          />
        </>
      )}
    </article>
  );
}
