import { useState } from 'react';
import { Countdown } from '../../ui/countdown.tsx';
import { instantOfFields, fieldsOf } from '../../ui/day-hour.ts';
import { useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import { useTimes } from '../../ui/use-times.ts';
import { ActForm } from './act-form.tsx';
import { DeclareLocalEmergency, EndLocalEmergency } from './crises.acts.ts';
import css from './crises.module.css';
import { DayAndHour } from './day-and-hour.tsx';
import { useAct } from './use-act.ts';
import type { Area, Crisis } from './use-crisis.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useWords } from './words.ts';

/** That it runs, and how long it still does. */
export function Emergency({ of }: { of: NonNullable<Area['emergency']> }) {
  const { t } = useCrisisWords();
  const { when, until } = useTimes();
  const { t: say } = useWords();
  const runs = useRuns(of);
  return (
    <p className={css.emergency} data-over={!runs || undefined}>
      <b>{t('emergency')}</b>{' '}
      <b>
        <Countdown until={of.until} />
      </b>
      <span>
        {say('declared', { when: when(of.declaredAt, now()) })}, {until(of.until, now())}
      </span>
    </p>
  );
}

const spans = [48, 120, 240];

type FormProps = { crisis: Crisis; area: Area; onClose: () => void };

/** For ten days at most; declared again, it is renewed. */
export function DeclareEmergency({ crisis, area, onClose }: FormProps) {
  const { t } = useWords();
  const { lasts } = useCrisisWords();
  const { zone } = useTimes();
  const textOf = useText();
  const [draft, write, forget] = useDraft(`emergency ${area.id}`, { day: '', hour: '' });
  const [missing, miss] = useState(false);
  const [asked, ask] = useState(false);
  const runs = useRuns(area.emergency);
  const { act, loading, refused } = useAct(DeclareLocalEmergency);
  const submit = async () => {
    const until = instantOfFields(draft.day, draft.hour, zone);
    if (until === null) return miss(true);
    if (!asked) return ask(true);
    if (!(await act({ crisisId: crisis.id, areaId: area.id, until: new Date(until).toISOString() }))) return;
    forget();
    onClose();
  };
  const wrong = missing ? t('missing.until') : refused?.field === 'until' ? refused.message : null;
  return (
    <ActForm
      label={t('declareIn', { where: textOf(area.territory.name) })}
      send={t(asked ? 'declareIndeed' : runs ? 'renew' : 'declare')}
      busy={loading}
      refused={refused && refused.field !== 'until' ? refused.message : null}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <p className={css.spans}>
        {spans.map(hours => (
          <button
            key={hours}
            type="button"
            className={css.act}
            onClick={() => (miss(false), ask(false), write(fieldsOf(now() + hours * 3_600_000, zone)))}
          >
            {lasts(hours)}
          </button>
        ))}
      </p>
      <DayAndHour label={t('untilWhen')} value={draft} error={wrong} onChange={value => (miss(false), ask(false), write(value))} />
      {asked && (
        <p role="status" className={css.ask}>
          {t('askDeclare', { where: textOf(area.territory.name) })}
        </p>
      )}
    </ActForm>
  );
}

/** Before its time; asked once. */
export function EndEmergency({ crisis, area, onClose }: FormProps) {
  const { t } = useWords();
  const textOf = useText();
  const { act, loading, refused } = useAct(EndLocalEmergency);
  const submit = async () => void ((await act({ crisisId: crisis.id, areaId: area.id })) && onClose());
  return (
    <ActForm
      label={t('endIn', { where: textOf(area.territory.name) })}
      send={t('end')}
      busy={loading}
      refused={refused?.message}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <p className={css.ask}>{t('askEnd')}</p>
    </ActForm>
  );
}
