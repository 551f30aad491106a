import type { ReactNode } from 'react';
import type { CrisisGroundQuery } from '../../hub/gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/localized.tsx';
import { type Phase, phases } from '../../ui/phase-steps.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import css from './crises.module.css';
import { Line } from './inputs.tsx';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
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
  const change = (n: number, more: Partial<DraftArea>) => onChange(areas.map((area, at) => (at === n ? { ...area, ...more } : area)));
  const taken = new Set(areas.map(({ territory }) => territory));
  return (
    <Field label={t('where')} error={error}>
      {areas.map((area, n) => (
        <AreaChoice key={n} area={area} territories={territories} taken={taken} onChange={more => change(n, more)}>
          {areas.length > 1 && (
            <button type="button" className={css.act} onClick={() => onChange(areas.filter((_, at) => at !== n))}>
              {t('takeAway')}
            </button>
          )}
        </AreaChoice>
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

type AreaChoiceProps = {
  area: DraftArea;
  territories: CrisisGroundQuery['territories'];
  /** Those that are areas already. */
  taken: ReadonlySet<string>;
  error?: string | null;
  onChange: (more: Partial<DraftArea>) => void;
  children?: ReactNode;
};

/** One area: where, in which phase, and who leads there. */
export function AreaChoice({ area, territories, taken, error, onChange, children }: AreaChoiceProps) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const textOf = useText();
  const sorted = [...territories].sort((one, other) => textOf(one.name).localeCompare(textOf(other.name)));
  return (
    <div className={css.areaChoice}>
      <Line label={t('territory')} error={error}>
        {(field, describedBy) => (
          <select
            id={field}
            value={area.territory}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            onChange={event => onChange({ territory: event.target.value })}
          >
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
            onChange={event => onChange({ phase: phases.find(phase => phase === event.target.value)! })} // the options are these
          >
            {phases.map(phase => (
              <option key={phase} value={phase}>
                {say(`phase.${phase}`)}
              </option>
            ))}
          </select>
        )}
      </Line>
      <OrganizationChoice label={t('leadChoice')} value={area.lead} onChange={lead => onChange({ lead })} />
      {children}
    </div>
  );
}
