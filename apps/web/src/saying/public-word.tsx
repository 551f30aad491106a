import { Localized } from '../ui/localized.tsx';
import { now } from '../ui/pulse.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Said } from '../ui/sureness.ts';
import { useStatusSentences } from '../ui/use-status-sentences.ts';
import { useTimes } from '../ui/use-times.ts';
import { useWords } from './words.ts';

/** A status as everyone reads it, in a line; `from`: a plan, whose instant may have to be chosen yet. */
export function PublicWord({ note, from, ...said }: Said & { from?: string | null }) {
  const words = useStatusSentences();
  const { t } = useWords();
  const times = useTimes();
  const parts = [from === '' ? t('sheet.fromYet') : from && times.from(from, now()), words.capacityOf(said), words.untilOf(said, now())]
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
