import { Field } from '../ui/field.tsx';
import { CapacityChoice } from './capacity-choice.tsx';
import css from './change-sheet.module.css';
import { counts, elsewhere } from './draft.ts';
import { ReplacementChoice } from './replacement-choice.tsx';
import type { useReport } from './use-report.ts';
import { UntilChoice } from './until-choice.tsx';
import { useWords } from './words.ts';

type Writing = Pick<ReturnType<typeof useReport>, 'report' | 'errors' | 'about' | 'set'>;

/** What is asked less often: a first count, who takes over, a change that is yet to come. Open where one of them is said. */
export function MoreChoices({ writing: { report, errors, about, set }, serviceId }: { writing: Writing; serviceId: string }) {
  const { t } = useWords();
  const { state, effectiveFrom, replacementServiceId, capacity } = report;
  const said = Boolean(effectiveFrom ?? replacementServiceId ?? capacity?.unit ?? errors.effectiveFrom ?? errors.replacementServiceId);
  return (
    <details className={css.more} open={said || undefined}>
      <summary>{t('sheet.others')}</summary>
      {state && counts(state) && !about.capacity && (
        <Field label={t('sheet.count')} optional={t('sheet.optional')} error={errors.capacity}>
          <CapacityChoice value={capacity} last={null} onChange={count => set({ capacity: count })} />
        </Field>
      )}
      {state && elsewhere(state) && (
        <Field label={t('sheet.replacement')} optional={t('sheet.optional')} error={errors.replacementServiceId}>
          <ReplacementChoice of={serviceId} value={replacementServiceId ?? null} onChange={id => set({ replacementServiceId: id })} />
        </Field>
      )}
      <Field label={t('sheet.from')} optional={t('sheet.optional')} error={errors.effectiveFrom}>
        <UntilChoice value={effectiveFrom ?? null} onChange={from => set({ effectiveFrom: from })} />
      </Field>
    </details>
  );
}
