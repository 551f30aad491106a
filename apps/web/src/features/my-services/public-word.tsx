import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { Said } from '../../ui/sureness.ts';
import { useStatusSentences } from '../../ui/use-status-sentences.ts';

/** A status as everyone reads it, in a line. */
export function PublicWord({ note, ...said }: Said) {
  const words = useStatusSentences();
  const parts = [words.capacityOf(said), words.untilOf(said, now())].filter(Boolean).join(', ');
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
