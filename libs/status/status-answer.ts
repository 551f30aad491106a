import { type Localized, localized } from '#libs/kernel';
import type { Capacity, ServiceStatus } from '#libs/schema';
import { freshnessAt } from './freshness.ts';
import type { StatusFacts } from './status.events.ts';
import type { StatusReportEntity } from './status-report.entity.ts';

export const NEVER_SAID: ServiceStatus = { state: 'UNKNOWN', changes: [], contradicted: false, mixed: false };

/** The status that facts and the two reports they name amount to; `status_at` says the same in SQL. */
export function statusAnswer(
  facts: StatusFacts,
  mixed: boolean,
  now: Date,
  word: StatusReportEntity | null,
  plan: StatusReportEntity | null,
): ServiceStatus {
  const planned = plan && { state: plan.state, takesOverAt: plan.effectiveFrom, note: noteOf(plan) };
  if (!word || !facts.agingAt || !facts.staleAt) return { ...NEVER_SAID, mixed, planned };

  const [agingAt, staleAt] = [new Date(facts.agingAt), new Date(facts.staleAt)];
  return {
    state: word.state,
    since: word.countsFrom,
    observedAt: word.observedAt,
    confirmedAt: facts.confirmedAt ? new Date(facts.confirmedAt) : null,
    goodUntil: word.goodUntil,
    freshness: freshnessAt(now, { agingAt, staleAt }),
    agingAt,
    staleAt,
    note: noteOf(word),
    changes: word.changes,
    capacity: word.capacity && asCapacity(word.capacity),
    source: word.source,
    openNow: null,
    contradicted: false,
    planned,
    mixed,
  };
}

const asCapacity = ({ asOf, ...capacity }: NonNullable<StatusReportEntity['capacity']>): Capacity => ({
  ...capacity,
  asOf: new Date(asOf),
});

export const noteOf = ({ noteFr, noteEn }: StatusReportEntity): Localized | null => localized(noteFr, noteEn);
