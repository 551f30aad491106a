import type { CrisisGroundQuery } from '../../hub/gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/localized.tsx';
import { type Phase, phases } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import css from './crises.module.css';
import { Line } from './inputs.tsx';
import { type Named, OrganizationChoice } from './organization-choice.tsx';
import { useWords } from './words.ts';

export type DraftArea = { territory: string; phase: Phase; lead: Named | null };

type AreasChoiceProps = {
  areas: readonly DraftArea[];
  territories: CrisisGroundQuery['territories'];
  error: string | null;
  onChange: (areas: DraftArea[]) => void;
};

/** Where it begins: each area in a phase of its own. */
export function AreasChoice({ areas, territories, error, onChange }: AreasChoiceProps) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const textOf = useText();
  const sorted = [...territories].sort((one, other) => textOf(one.name).localeCompare(textOf(other.name)));
  const change = (n: number, more: Partial<DraftArea>) => onChange(areas.map((area, at) => (at === n ? { ...area, ...more } : area)));
  const taken = new Set(areas.map(({ territory }) => territory));
  return (
    <Field label={t('where')} error={error}>
      {areas.map((area, n) => (
        <div key={n} className={css.areaChoice}>
          <Line label={t('territory')}>
            {field => (
              <select id={field} value={area.territory} onChange={event => change(n, { territory: event.target.value })}>
                <option value="">{t('choose')}</option>
                {(['MUNICIPALITY', 'NEIGHBOURHOOD'] as const).map(kind => (
                  <optgroup key={kind} label={t(`territoryKind.${kind}`)}>
                    {sorted
                      .filter(each => each.kind === kind && (each.code === area.territory || !taken.has(each.code)))
                      .map(({ code, name }) => (
                        <option key={code} value={code}>
                          {textOf(name)}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Line>
          <Line label={t('phase')}>
            {field => (
              <select
                id={field}
                value={area.phase}
                onChange={event => change(n, { phase: phases.find(phase => phase === event.target.value)! })} // the options are these
              >
                {phases.map(phase => (
                  <option key={phase} value={phase}>
                    {say(`phase.${phase}`)}
                  </option>
                ))}
              </select>
            )}
          </Line>
          <OrganizationChoice label={t('leadChoice')} value={area.lead} onChange={lead => change(n, { lead })} />
          {areas.length > 1 && (
            <button type="button" className={css.act} onClick={() => onChange(areas.filter((_, at) => at !== n))}>
              {t('takeAway')}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className={css.act}
        onClick={() => onChange([...areas, { territory: '', phase: areas.at(-1)?.phase ?? 'ALERT', lead: null }])}
      >
        {t('addArea')}
      </button>
    </Field>
  );
}
