import type { Phase } from '../../ui/phase-steps.tsx';
import type { Crisis } from './use-crisis.ts';

type Rules = Pick<Crisis, 'freshness'>;

/** How long a word stays fresh in this phase, for all that matters to the event; null where it has no rule. */
export const freshIn = ({ freshness }: Rules, phase: Phase): number | null =>
  freshness.find(rule => rule.phase === phase && !rule.category)?.hours ?? null;
