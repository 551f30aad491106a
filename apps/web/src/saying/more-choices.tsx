import { Field } from '../ui/field.tsx';
import { CapacityChoice } from './capacity-choice.tsx';
import css from './change-sheet.module.css';
import { counts, elsewhere } from './draft.ts';
import { intoSight } from './into-sight.ts';
import { ReplacementChoice } from './replacement-choice.tsx';
import type { useReport } from './use-report.ts';
import { useWords } from './words.ts';

type Writing = Pick<ReturnType<typeof useReport>, 'report' | 'errors' | 'about' | 'set'>;

/** What is asked less often: a first count, who takes over. Open where one of them is said. */
export function MoreChoices({ writing: { report, errors, about, set }, serviceId }: { writing: Writing; serviceId: string }) {
  const { t } = useWords();
  const { state, replacementServiceId, capacity } = report;
  const said = Boolean(replacementServiceId ?? capacity?.unit ?? errors.replacementServiceId);
  const count = state && counts(state) && !about.capacity;
  const replace = state && elsewhere(state);
  if (!count && !replace) return null;
  return (
    <details className={css.more} open={said || undefined} onToggle={({ currentTarget }) => currentTarget.open && intoSight(currentTarget)}>
      <summary>{t('sheet.others')}</summary>
      {count && (
        <Field label={t('sheet.count')} optional={t('sheet.optional')} error={errors.capacity}>
          <CapacityChoice value={capacity} last={null} onChange={next => set({ capacity: next })} />
        </Field>
      )}
      {replace && (
        <Field label={t('sheet.replacement')} optional={t('sheet.optional')} error={errors.replacementServiceId}>
          <ReplacementChoice of={serviceId} value={replacementServiceId ?? null} onChange={id => set({ replacementServiceId: id })} />
        </Field>
      )}
    </details>
  );
}
