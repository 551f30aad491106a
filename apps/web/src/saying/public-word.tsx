import { Localized } from '../ui/localized.tsx';
import { now } from '../ui/pulse.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Said } from '../ui/sureness.ts';
import { useStatusSentences } from '../ui/use-status-sentences.ts';
import { useTimes } from '../ui/use-times.ts';
import { useWords } from './words.ts';

/** A status as everyone reads it, in a line; `from`: a plan. */
export function PublicWord({ note, from, ...said }: Said & { from?: string | null }) {
  const { t } = useWords();
  const words = useStatusSentences();
  const { when } = useTimes();
  const parts = [from && t('from', { when: when(from, now()) }), words.capacityOf(said), words.untilOf(said, now())]
    .filter(Boolean)
    .join(', ');
  return (
    <StatusBadge state={said.state}>
      {parts}
      {note && (
        <>
          {parts && (parts.endsWith('.') ? ' ' : '. ')}
          <Localized of={note} />
        </>
      )}
    </StatusBadge>
  );
}
