import { useState } from 'react';
import { useText } from '../../ui/localized.tsx';
import { ActForm } from './act-form.tsx';
import { SetAreaLead } from './crises.acts.ts';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { useAct } from './use-act.ts';
import type { Area, Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

/** Who leads there; left empty, nobody for now. */
export function ChangeLead({ crisis, area, onClose }: { crisis: Crisis; area: Area; onClose: () => void }) {
  const { t } = useWords();
  const textOf = useText();
  const [lead, choose] = useState<Named | null>(area.lead ?? null);
  const { act, loading, refused } = useAct(SetAreaLead);
  const submit = async () => void ((await act({ crisisId: crisis.id, areaId: area.id, organizationId: lead?.id ?? null })) && onClose());
  return (
    <ActForm
      label={t('actOf', { act: t('changeLead'), where: textOf(area.territory.name) })}
      send={t('save')}
      busy={loading}
      refused={refused?.message}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <OrganizationChoice label={t('leadChoice')} value={lead} onChange={choose} />
    </ActForm>
  );
}
