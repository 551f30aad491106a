import { useState } from 'react';
import { Localized, useText } from '../../ui/localized.tsx';
import { ActForm } from './act-form.tsx';
import { SetMission } from './crises.acts.ts';
import css from './crises.module.css';
import { Line } from './inputs.tsx';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { Part } from './part.tsx';
import { linesOf, textsOf, tooLong } from './texts.ts';
import { useAct } from './use-act.ts';
import type { Crisis } from './use-crisis.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useWords } from './words.ts';

type Mission = Crisis['missions'][number];

/** Who is in, and what each does; who leads an area is in too. */
export function Missions({ crisis, mayChange }: { crisis: Crisis; mayChange: boolean }) {
  const { t } = useWords();
  const missions = new Map(crisis.missions.map(each => [each.organization.id, each]));
  const leads = new Map<string, Crisis['areas']>();
  for (const area of crisis.areas) if (area.lead) leads.set(area.lead.id, [...(leads.get(area.lead.id) ?? []), area]);
  const all = new Map<string, Named>();
  for (const { lead } of crisis.areas) if (lead) all.set(lead.id, lead);
  for (const { organization } of crisis.missions) all.set(organization.id, organization);
  return (
    <Part
      at="missions"
      title={t('whoIsIn', { count: all.size })}
      act={mayChange && { word: t('addMission'), form: close => <ChangeMission crisisId={crisis.id} onClose={close} /> }}
    >
      {all.size === 0 && <p className={css.quiet}>{t('nobodyIn')}</p>}
      <ul className={css.rows}>
        {[...all.values()].map(organization => (
          <OneIn
            key={organization.id}
            organization={organization}
            mission={missions.get(organization.id)}
            leads={leads.get(organization.id) ?? []}
            {...{ crisis, mayChange }}
          />
        ))}
      </ul>
    </Part>
  );
}

type OneInProps = { crisis: Crisis; organization: Named; mission: Mission | undefined; leads: Crisis['areas']; mayChange: boolean };

function OneIn({ crisis, organization, mission, leads, mayChange }: OneInProps) {
  const { t } = useWords();
  const textOf = useText();
  const [open, become] = useState(false);
  return (
    <li>
      <div className={css.rowHead}>
        <h3>
          <Localized of={organization.name} />
        </h3>
        {mayChange && (
          <button
            type="button"
            className={css.act}
            aria-expanded={open}
            aria-label={t('actOf', { act: t('change'), where: textOf(organization.name) })}
            onClick={() => become(!open)}
          >
            {t('change')}
          </button>
        )}
      </div>
      {leads.length > 0 && (
        <p className={css.quiet}>{t('leads', { where: leads.map(({ territory }) => textOf(territory.name)).join(', ') })}</p>
      )}
      {mission && (
        <ul className={css.texts}>
          {mission.texts.map((text, n) => (
            <li key={n}>
              <Localized of={text} />
            </li>
          ))}
        </ul>
      )}
      {open && <ChangeMission crisisId={crisis.id} organization={organization} mission={mission} onClose={() => become(false)} />}
    </li>
  );
}

type ChangeMissionProps = { crisisId: string; organization?: Named; mission?: Mission | undefined; onClose: () => void };

const MOST = 20;

/** All of it each time, a line each; a line in English is beside the one of the same place in French. */
function ChangeMission({ crisisId, organization, mission, onClose }: ChangeMissionProps) {
  const { t } = useWords();
  const [draft, write, forget] = useDraft(`mission ${crisisId} ${organization?.id ?? ''}`, {
    organization: organization ?? (null as Named | null),
    fr: linesOf(mission?.texts ?? [], 'fr'),
    en: linesOf(mission?.texts ?? [], 'en'),
  });
  const [missing, miss] = useState<'organization' | 'texts' | null>(null);
  const { act, loading, refused } = useAct(SetMission);
  const texts = textsOf(draft.fr, draft.en);
  const long = tooLong(draft.fr, draft.en);
  const wrong = long ? t('missing.line', { line: long }) : texts.length > MOST ? t('missing.lines', { count: MOST }) : null;
  const submit = async () => {
    if (!draft.organization) return miss('organization');
    if (wrong) return miss('texts');
    if (!(await act({ crisisId, organizationId: draft.organization.id, texts }))) return;
    forget();
    onClose();
  };
  return (
    <ActForm label={t('mission')} send={t('save')} busy={loading} refused={refused?.message} onSend={() => void submit()} onClose={onClose}>
      {!organization && (
        <OrganizationChoice
          label={t('organization')}
          value={draft.organization}
          error={missing === 'organization' ? t('missing.organization') : null}
          onChange={chosen => (miss(null), write({ organization: chosen }))}
        />
      )}
      <div className={css.both}>
        {(['fr', 'en'] as const).map(language => (
          <Line
            key={language}
            label={t(`in.${language}`, { what: t('mission') })}
            hint={t('missionHint')}
            error={missing === 'texts' && language === 'fr' ? wrong : null}
          >
            {(id, describedBy) => (
              <textarea
                id={id}
                lang={language}
                rows={4}
                value={draft[language]}
                aria-describedby={describedBy}
                aria-invalid={missing === 'texts' && wrong ? true : undefined}
                onChange={event => write({ [language]: event.target.value })}
              />
            )}
          </Line>
        ))}
      </div>
    </ActForm>
  );
}
