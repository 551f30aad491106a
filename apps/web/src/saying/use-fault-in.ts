import { now } from '../ui/pulse.ts';
import type { Draft } from './draft.ts';
import { MOST } from './note-choice.tsx';
import { useWords } from './words.ts';

type Fault = { field: string; words: string };

/** What keeps a report from being published, beside its field; the hub looks again. */
export function useFaultIn(): (draft: Draft) => Fault | null {
  const { t } = useWords();
  return ({ state, goodUntil, effectiveFrom, observedAt, note, capacity }) => {
    if (!state) return { field: 'state', words: t('sheet.stateMissing') };
    if (observedAt === '' || (observedAt && Date.parse(observedAt) > now()))
      return { field: 'observedAt', words: t('sheet.observedLater') };
    if (effectiveFrom != null && !(Date.parse(effectiveFrom) > now())) return { field: 'effectiveFrom', words: t('sheet.dateMissing') };
    if (goodUntil && Date.parse(goodUntil) <= now()) return { field: 'goodUntil', words: t('sheet.dateMissing') };
    if (goodUntil && effectiveFrom && goodUntil <= effectiveFrom) return { field: 'goodUntil', words: t('sheet.endsBefore') };
    if (state === 'OPEN' && capacity?.available === 0) return { field: 'capacity', words: t('sheet.openWithNone') };
    if (capacity?.unit && !capacity.unit.fr && !capacity.unit.en) return { field: 'capacity', words: t('sheet.unitMissing') };
    const over = Math.max(note?.fr?.length ?? 0, note?.en?.length ?? 0) - MOST;
    return over > 0 ? { field: 'note', words: t('sheet.noteLong', { over }) } : null;
  };
}
