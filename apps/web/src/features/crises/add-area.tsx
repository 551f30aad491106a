import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ActForm } from './act-form.tsx';
import { AreaChoice, type DraftArea } from './areas-choice.tsx';
import { AddCrisisArea } from './crises.acts.ts';
import { CrisisGround } from './crises.query.ts';
import { useAct } from './use-act.ts';
import type { Crisis } from './use-crisis.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useWords } from './words.ts';

/** Where it has spread to. */
export function AddArea({ crisis, onClose }: { crisis: Crisis; onClose: () => void }) {
  const { t } = useWords();
  const { data } = useQuery(CrisisGround);
  const blank: DraftArea = { territory: '', phase: crisis.phase === 'CLOSED' ? 'WATCH' : crisis.phase, lead: null };
  const [draft, write, forget] = useDraft(`area ${crisis.id}`, blank);
  const [missing, miss] = useState(false);
  const { act, loading, refused, refuse } = useAct(AddCrisisArea);
  const submit = async () => {
    const { territory, phase, lead } = draft;
    if (!territory) return miss(true);
    if (!(await act({ crisisId: crisis.id, territory, phase, leadOrganizationId: lead?.id ?? null }))) return;
    forget();
    onClose();
  };
  const here = refused?.field === 'territory' ? refused.message : null;
  return (
    <ActForm
      label={t('addArea')}
      send={t('addArea')}
      busy={loading}
      refused={here ? null : refused?.message}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <AreaChoice
        area={draft}
        territories={data?.territories ?? []}
        taken={new Set(crisis.areas.map(({ territory }) => territory.code))}
        error={missing ? t('missing.newArea') : here}
        onChange={more => (miss(false), refuse(null), write(more))}
      />
    </ActForm>
  );
}
