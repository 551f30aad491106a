import { type Localized, localized } from '#libs/kernel';
import type { Capacity, ServiceStatus, StatusSource } from '#libs/schema';
import { freshnessAt } from './freshness.ts';
import type { StatusFacts } from './status.events.ts';
import type { KeptCapacity, StatusReportEntity } from './status-report.entity.ts';

/** What a status is told from: what it names is resolved where it is asked for. */
export type Answer = Omit<ServiceStatus, 'replacement' | 'accordingToOrganization' | 'capacity'> & {
  capacity?: Capacity | null;
  replacementServiceId?: string | null;
};

export const NEVER_SAID: Answer = { state: 'UNKNOWN', changes: [], contradicted: false, mixed: false };

/** A count is true for so long. */
const CAPACITY_LASTS = 4 * 3_600_000;

interface Around {
  readonly mixed: boolean;
  readonly contradicted: boolean;
  readonly openNow: boolean | null;
  readonly now: Date;
}

/** The status that facts and the two reports they name amount to; `status_at` says the same in SQL. */
export function statusAnswer(
  facts: StatusFacts,
  { mixed, contradicted, openNow, now }: Around,
  word: StatusReportEntity | null,
  plan: StatusReportEntity | null,
): Answer {
  const planned = plan && { state: plan.state, takesOverAt: plan.effectiveFrom, note: noteOf(plan) };
  if (!word || !facts.agingAt || !facts.staleAt) return { ...NEVER_SAID, mixed, contradicted, openNow, planned };

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
    capacity: word.capacity && capacityAt(now, word.capacity),
    source: word.source,
    heardFrom: heardFrom(word),
    replacementServiceId: word.replacementServiceId,
    openNow,
    contradicted,
    planned,
    mixed,
  };
}

export function capacityAt(now: Date, { asOf, ...capacity }: KeptCapacity): Capacity {
  const agesAt = new Date(Date.parse(asOf) + CAPACITY_LASTS);
  return { ...capacity, asOf: new Date(asOf), agesAt, stale: agesAt <= now };
}

export const noteOf = ({ noteFr, noteEn }: StatusReportEntity): Localized | null => localized(noteFr, noteEn);

export const heardFrom = ({ heardChannel: channel, heardRole: role }: StatusReportEntity) => (channel ? { channel, role } : null);

/** The organization spoke, itself or through a relay. */
export const isOrganizations = (source: StatusSource): boolean => ['PARTNER', 'LINK', 'RELAY', 'COORDINATOR'].includes(source);

/** « selon l’organisme »: it spoke, or was heard by whoever wrote it down. */
export const isAccordingToOrganization = (source: StatusSource | null | undefined, heard: object | null | undefined): boolean =>
  source != null && (isOrganizations(source) || (source !== 'IMPORT' && heard != null));
