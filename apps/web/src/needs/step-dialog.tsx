import type { GapLineFragment } from '../hub/gql/graphql.ts';
import { Dialog } from '../ui/dialog.tsx';
import css from './needs.module.css';
import { type AskedStep, StepForm } from './step-form.tsx';
import { useLiveGap } from './use-live-gap.ts';
import { useGapName, useWords } from './words.ts';

type StepDialogProps = { gap: GapLineFragment; step: AskedStep; onDone: (gap: GapLineFragment) => void; onClose: () => void };

/** What a step asks for, over the board. */
export function StepDialog({ gap: asked, step, onDone, onClose }: StepDialogProps) {
  const { t } = useWords();
  const gap = useLiveGap(asked);
  const nameOf = useGapName();
  const title = t(`dialog.${step}`);
  return (
    <Dialog label={title} onClose={onClose}>
      <div className={css.dialog}>
        <h2>{title}</h2>
        <p className={css.quiet}>
          {nameOf(gap)} · {t('requests', { count: gap.count })}
        </p>
        <StepForm gap={gap} step={step} onDone={onDone} onCancel={onClose} />
      </div>
    </Dialog>
  );
}
