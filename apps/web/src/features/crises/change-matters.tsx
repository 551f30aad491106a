import { useState } from 'react';
import { ActForm } from './act-form.tsx';
import { CategoriesChoice } from './categories-choice.tsx';
import { SetCrisisMatters } from './crises.acts.ts';
import { BothLanguages } from './inputs.tsx';
import { kindsOf, linesOf, tooLong } from './texts.ts';
import { useAct } from './use-act.ts';
import type { Crisis } from './use-crisis.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useWords } from './words.ts';

/** The categories that matter and its own kinds of need: all of them each time; a kind keeps its code as long as it keeps a name. */
export function ChangeMatters({ crisis, onClose }: { crisis: Crisis; onClose: () => void }) {
  const { t } = useWords();
  const names = crisis.needKinds.map(({ name }) => name);
  const [draft, write, forget] = useDraft(`matters ${crisis.id}`, {
    categories: crisis.categories.map(({ code }) => code),
    kinds: { fr: linesOf(names, 'fr'), en: linesOf(names, 'en') } as { fr?: string | null; en?: string | null },
  });
  const [wrong, mark] = useState(false);
  const { act, loading, refused } = useAct(SetCrisisMatters);
  const { categories, kinds } = draft;
  const long = tooLong(kinds.fr, kinds.en);
  const submit = async () => {
    if (long) return mark(true);
    const needKinds = kindsOf(kinds.fr ?? '', kinds.en ?? '', crisis.needKinds);
    if (!(await act({ crisisId: crisis.id, categories, needKinds }))) return;
    forget();
    onClose();
  };
  return (
    <ActForm label={t('matters')} send={t('save')} busy={loading} refused={refused?.message} onSend={() => void submit()} onClose={onClose}>
      <CategoriesChoice value={categories} onChange={chosen => write({ categories: chosen })} />
      <BothLanguages
        label={t('needKindsOwn')}
        value={kinds}
        most={4_000}
        rows={4}
        error={wrong && long ? t('missing.line', { line: long }) : null}
        onChange={said => (mark(false), write({ kinds: said }))}
      />
    </ActForm>
  );
}
