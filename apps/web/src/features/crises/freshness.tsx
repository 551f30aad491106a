import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDraft } from '../../hub/use-draft.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { phases } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { ActForm } from './act-form.tsx';
import { SetFreshness } from './crises.acts.ts';
import css from './crises.module.css';
import { CrisisGround } from './crises.query.ts';
import { Line } from './inputs.tsx';
import { Part } from './part.tsx';
import { useAct } from './use-act.ts';
import type { Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

/** How long a word stays fresh in each phase; which of them holds now. */
export function Freshness({ crisis, mayChange }: { crisis: Crisis; mayChange: boolean }) {
  const { t } = useWords();
  const { t: say, lasts } = useCrisisWords();
  const running = new Set(crisis.areas.map(({ phase }) => phase));
  return (
    <Part
      at="freshness"
      title={t('freshness')}
      act={mayChange && { word: t('change'), form: close => <ChangeFreshness crisis={crisis} onClose={close} /> }}
    >
      <table className={css.rules}>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('phase')}</th>
            <th scope="col">{t('forWhat')}</th>
            <th scope="col">{t('staysFresh')}</th>
          </tr>
        </thead>
        <tbody>
          {phases.flatMap(phase =>
            crisis.freshness
              .filter(rule => rule.phase === phase)
              .map(({ category, hours }) => (
                <tr key={`${phase} ${category?.code}`} data-now={running.has(phase) || undefined}>
                  <th scope="row">{say(`phase.${phase}`)}</th>
                  <td>{category ? <Localized of={category.name} /> : t('allThatMatter')}</td>
                  <td>{lasts(hours)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
      <p className={css.quiet}>{t(crisis.exercise ? 'freshnessExercise' : 'freshnessHow')}</p>
    </Part>
  );
}

function ChangeFreshness({ crisis, onClose }: { crisis: Crisis; onClose: () => void }) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const textOf = useText();
  const { data } = useQuery(CrisisGround);
  const ruleOf = (inPhase: string, of: string) =>
    crisis.freshness.find(rule => rule.phase === inPhase && (rule.category?.code ?? '') === of);
  const first: (typeof phases)[number] = crisis.phase === 'CLOSED' ? 'WATCH' : crisis.phase;
  const [draft, write, forget] = useDraft(`freshness ${crisis.id}`, {
    phase: first,
    category: '',
    hours: String(ruleOf(first, '')?.hours ?? ''),
  });
  const { phase, category, hours } = draft;
  const [wrong, refuseHere] = useState<string | null>(null);
  const { act, loading, refused } = useAct(SetFreshness);
  const now = (inPhase: typeof phase, of: string) => {
    refuseHere(null);
    write({ phase: inPhase, category: of, hours: String(ruleOf(inPhase, of)?.hours ?? '') });
  };

  const submit = async (given: number | null) => {
    if (given !== null && !(given > 0 && given <= 24 * 366)) return refuseHere(t('missing.hours'));
    if (!(await act({ crisisId: crisis.id, phase, category: category || null, hours: given }))) return;
    forget();
    onClose();
  };
  return (
    <ActForm
      label={t('changeFreshness')}
      send={t('save')}
      busy={loading}
      refused={refused?.message}
      onSend={() => void submit(Number(hours.replace(',', '.')))}
      onClose={onClose}
    >
      <Line label={t('phase')}>
        {id => (
          <select
            id={id}
            value={phase}
            onChange={event =>
              now(
                phases.find(each => each === event.target.value)!,
                category,
              )
            } // the options are these
          >
            {phases.map(each => (
              <option key={each} value={each}>
                {say(`phase.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line label={t('forWhat')}>
        {id => (
          <select id={id} value={category} onChange={event => now(phase, event.target.value)}>
            <option value="">{t('allThatMatter')}</option>
            {data?.categories.map(each => (
              <option key={each.code} value={each.code}>
                {textOf(each.name)}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line label={t('hours')} hint={t('hoursHint')} error={wrong}>
        {(id, describedBy) => (
          <input
            id={id}
            inputMode="decimal"
            value={hours}
            aria-describedby={describedBy}
            aria-invalid={wrong ? true : undefined}
            onChange={event => (refuseHere(null), write({ hours: event.target.value }))}
          />
        )}
      </Line>
      {category && ruleOf(phase, category) && (
        <p className={css.buttons}>
          <button type="button" onClick={() => void submit(null)}>
            {t('takeRuleAway')}
          </button>
        </p>
      )}
    </ActForm>
  );
}
