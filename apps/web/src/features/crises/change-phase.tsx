import { useId, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/localized.tsx';
import type { Phase } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { ActForm } from './act-form.tsx';
import { ChangeCrisisPhase } from './crises.acts.ts';
import css from './crises.module.css';
import { Line } from './inputs.tsx';
import { PhaseChoice } from './phase-choice.tsx';
import { useAct } from './use-act.ts';
import type { Area, Crisis } from './use-crisis.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { WhatFollows } from './what-follows.tsx';
import { useWords } from './words.ts';

const MOST = 1_000;

type ChangePhaseProps = {
  crisis: Crisis;
  /** None: all areas. */
  area: Area | null;
  concerned: number | undefined;
  onClose: () => void;
};

/** Forward or back, with its reason; what follows from it is said, and asked once. */
export function ChangePhase({ crisis, area, concerned, onClose }: ChangePhaseProps) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const textOf = useText();
  const name = useId();
  const [draft, write, forget] = useDraft(`phase ${crisis.id} ${area?.id ?? 'all'}`, { phase: '' as Phase | '', reason: '' });
  const { act, loading, refused } = useAct(ChangeCrisisPhase);
  const [missing, miss] = useState<'phase' | 'reason' | null>(null);
  const [asked, ask] = useState(false);
  const { phase, reason } = draft;
  const present = area ? area.phase : new Set(crisis.areas.map(each => each.phase)).size === 1 ? crisis.phase : null;
  const chosen = phase === present ? '' : phase;
  const wrong = (field: string) =>
    missing === field ? t(`missing.${field as 'phase'}`) : refused?.field === field ? refused.message : null;
  const change = (more: Partial<typeof draft>) => {
    ask(false);
    miss(null);
    write(more);
  };

  const submit = async () => {
    if (!chosen) return miss('phase');
    if (!reason.trim()) return miss('reason');
    if (!asked) return ask(true);
    const done = await act({ crisisId: crisis.id, areaId: area?.id, phase: chosen, reason: reason.trim() });
    ask(false);
    if (!done) return;
    forget();
    onClose();
  };
  const where = area ? textOf(area.territory.name) : t('everywhere');
  return (
    <ActForm
      label={t('changePhaseOf', { where })}
      send={asked && chosen ? t('confirmPhase', { phase: say(`phase.${chosen}`), where }) : t('goOn')}
      busy={loading}
      refused={refused && !['phase', 'reason'].includes(refused.field ?? '') ? refused.message : null}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('newPhase', { where })} error={wrong('phase')}>
        <PhaseChoice name={name} value={chosen} now={present} closing onChange={next => change({ phase: next })} />
      </Field>
      <Line label={t('reason')} hint={t('reasonHint')} error={wrong('reason')}>
        {(id, describedBy) => (
          <textarea
            id={id}
            rows={2}
            maxLength={MOST}
            value={reason}
            aria-describedby={describedBy}
            aria-invalid={wrong('reason') ? true : undefined}
            onChange={event => change({ reason: event.target.value })}
          />
        )}
      </Line>
      {chosen && <WhatFollows crisis={crisis} area={area} from={present} to={chosen} concerned={concerned} />}
      {asked && (
        <p role="status" className={css.ask}>
          {t('askPhase')}
        </p>
      )}
    </ActForm>
  );
}
