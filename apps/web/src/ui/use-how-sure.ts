import { useInTime } from './pulse.ts';
import { type Said, surenessAt } from './sureness.ts';
import { useStatusSentences } from './use-status-sentences.ts';

/** How sure a word is at this moment, and every sentence that time changes. */
export function useHowSure(status: Said) {
  const words = useStatusSentences();
  return {
    words,
    stale: useInTime(now => surenessAt(status, now) === 'STALE'),
    aging: useInTime(now => surenessAt(status, now) === 'AGING'),
    since: useInTime(now => words.sinceOf(status, now)),
    until: useInTime(now => words.untilOf(status, now)),
    source: useInTime(now => words.shortSourceOf(status, now)),
    capacity: useInTime(now => words.capacityOf(status, now)),
    sourceSince: useInTime(now => words.sourceSinceOf(status, now)),
    planned: useInTime(now => words.plannedOf(status, now)),
  };
}
