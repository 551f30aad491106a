import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LocalizedTextInput } from '../../hub/gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import { ActForm } from './act-form.tsx';
import { AreasChoice, type DraftArea } from './areas-choice.tsx';
import { CategoriesChoice } from './categories-choice.tsx';
import { OpenCrisis } from './crises.acts.ts';
import css from './crises.module.css';
import { CrisisGround } from './crises.query.ts';
import { BothLanguages, isSaid, Line, saidIn } from './inputs.tsx';
import { kindsOf, tooLong } from './texts.ts';
import { useAct } from './use-act.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { natures, useWords } from './words.ts';

const blank = {
  name: { fr: '', en: '' } as LocalizedTextInput,
  nature: '',
  exercise: false,
  categories: [] as string[],
  areas: [{ territory: '', phase: 'ALERT', lead: null }] as DraftArea[],
  kinds: { fr: '', en: '' } as LocalizedTextInput,
};

/** What was written stays until the event is open. */
export function OpenCrisisForm() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { data } = useQuery(CrisisGround);
  const [draft, write, forget] = useDraft('crisis', blank);
  const [missing, miss] = useState<'name' | 'nature' | 'area' | 'kinds' | null>(null);
  const { act, loading, refused } = useAct(OpenCrisis);
  const [asked, ask] = useState(false);
  const change = (more: Partial<typeof draft>) => (miss(null), ask(false), write(more));

  const long = tooLong(draft.kinds.fr, draft.kinds.en);

  const submit = async () => {
    if (!isSaid(draft.name)) return miss('name');
    if (!draft.nature) return miss('nature');
    const areas = draft.areas.filter(({ territory }) => territory);
    if (areas.length === 0) return miss('area');
    if (long) return miss('kinds');
    if (!draft.exercise && !asked) return ask(true);
    const crisis = await act({
      name: saidIn(draft.name),
      nature: draft.nature,
      exercise: draft.exercise,
      categories: draft.categories,
      areas: areas.map(({ territory, phase, lead }) => ({ territory, phase, leadOrganizationId: lead?.id ?? null })),
      needKinds: kindsOf(draft.kinds.fr ?? '', draft.kinds.en ?? ''),
    });
    if (!crisis) return;
    forget();
    void navigate(`/crises/${crisis.id}`);
  };
  return (
    <div className={css.page}>
      <ActForm
        label={t('openTitle')}
        send={t(draft.exercise ? 'openExercise' : asked ? 'openIndeed' : 'openReal')}
        busy={loading}
        refused={refused?.message}
        onSend={() => void submit()}
      >
        <BothLanguages
          label={t('name')}
          value={draft.name}
          most={300}
          error={missing === 'name' ? t('missing.name') : null}
          onChange={name => change({ name })}
        />
        <Line label={t('whatItIs')} error={missing === 'nature' ? t('missing.nature') : null}>
          {(id, describedBy) => (
            <select
              id={id}
              value={draft.nature}
              aria-describedby={describedBy}
              aria-invalid={missing === 'nature' ? true : undefined}
              onChange={event => change({ nature: event.target.value })}
            >
              <option value="" disabled>
                {t('choose')}
              </option>
              {natures.map(nature => (
                <option key={nature} value={nature}>
                  {t(`nature.${nature}`)}
                </option>
              ))}
            </select>
          )}
        </Line>
        <AreasChoice
          areas={draft.areas}
          territories={data?.territories ?? []}
          error={missing === 'area' ? t('missing.area') : null}
          onChange={areas => change({ areas })}
        />
        <CategoriesChoice value={draft.categories} onChange={categories => change({ categories })} />
        <BothLanguages
          label={t('needKindsOwn')}
          value={draft.kinds}
          most={2_000}
          rows={3}
          error={missing === 'kinds' && long ? t('missing.line', { line: long }) : null}
          onChange={kinds => change({ kinds })}
        />
        <Field label={t('isItReal')}>
          <div className={css.choices}>
            {([false, true] as const).map(exercise => (
              <label key={String(exercise)}>
                <input type="radio" name="exercise" checked={draft.exercise === exercise} onChange={() => change({ exercise })} />
                {t(exercise ? 'itIsExercise' : 'itIsReal')}
              </label>
            ))}
          </div>
          <p className={css.follows}>{t(draft.exercise ? 'exerciseFollows' : 'realFollows')}</p>
        </Field>
        {asked && (
          <p role="status" className={css.ask}>
            {t(isSaid({ fr: draft.name.en, en: null }) ? 'askOpen' : 'askOpenFrench')}
          </p>
        )}
      </ActForm>
    </div>
  );
}
