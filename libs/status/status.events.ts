import type { Actor, Placed } from '#libs/kernel';
import { defineEvent, type Logged } from '#libs/platform';
import type { ServiceState } from '#libs/schema';
import { may } from './status.policies.ts';

/** A service as it was at a position: what filters and scopes ask, and how things stood. Nothing personal, no free text. */
export interface ServiceFacts extends Placed {
  readonly id: string;
  readonly categories: readonly string[];
  readonly confidential: boolean;
  /** The service-wide word. */
  readonly status: StatusFacts;
  /** The word on the place that the event is about; null where it is about the whole service. */
  readonly place: StatusFacts | null;
  /** A place differed from the service-wide word. */
  readonly mixed: boolean;
  /** Marked for everybody; facts of before there were marks do not say so. */
  readonly contradicted?: boolean;
}

/** A report never changes, so its id says the rest. Instants are as JSON keeps them. */
export interface StatusFacts {
  readonly reportId: string | null;
  readonly state: ServiceState;
  readonly confirmedAt: string | null;
  readonly agingAt: string | null;
  readonly staleAt: string | null;
  readonly plannedReportId: string | null;
}

export interface StatusChanged {
  v: 1;
  serviceId: string;
  locationId: string | null;
  reportId: string | null;
  before: ServiceFacts;
  after: ServiceFacts;
}

type Reported = StatusChanged & { reportId: string };

interface HistoryEntered {
  v: 1;
  serviceId: string;
  locationId: string | null;
  reportId: string;
  service: ServiceFacts;
}

const seenBy = ({ after }: StatusChanged, actor: Actor) => actor.may('service:read') && may(actor).see(after);

/** How the service stands has changed. The second version will say `{ 1: fromFirst }`, one pure upcast. */
export const ServiceStatusReportedEvent = defineEvent<Reported>('service-status-reported', seenBy);

/** The same state again: the word holds, and is fresh anew. */
export const ServiceStatusConfirmedEvent = defineEvent<StatusChanged>('service-status-confirmed', seenBy);

/** A plan's time has come, `at`: it holds now, as it was said to. */
export const ServiceStatusTurnedEvent = defineEvent<Reported & { at: string }>('service-status-turned', seenBy);

/** A word seen before the one that holds: it joins the history, and no board moves. */
export const ServiceHistoryEnteredEvent = defineEvent<HistoryEntered>(
  'service-history-entered',
  ({ service }, actor) => actor.may('service:read') && may(actor).see(service),
);

type OfContradiction = StatusChanged & { contradictionId: string };

/** The public mark of contradiction was set, or taken away. */
export const markChanged = ({ before, after }: StatusChanged): boolean => Boolean(before.contradicted) !== Boolean(after.contradicted);

/** What changed no mark, 211 alone knows. */
const heardBy = (payload: OfContradiction, actor: Actor) =>
  markChanged(payload) ? seenBy(payload, actor) : may(actor).hearContradictionsOf(payload.after);

/** Somebody says otherwise. */
export const ServiceStatusContradictedEvent = defineEvent<OfContradiction>('service-status-contradicted', heardBy);

/** Somebody found out. */
export const ContradictionSettledEvent = defineEvent<OfContradiction>('contradiction-settled', heardBy);

/** Whose subject is a service. */
export const eventsOfServices = [
  ServiceStatusReportedEvent,
  ServiceStatusConfirmedEvent,
  ServiceStatusTurnedEvent,
  ServiceHistoryEnteredEvent,
  ServiceStatusContradictedEvent,
  ContradictionSettledEvent,
];

export type StatusChangedEvent = Logged<StatusChanged>;

export interface Recounted {
  v: 1;
  /** Where words now age otherwise; null: wherever schedules changed. */
  territories: readonly string[] | null;
}

/** Limits or openings changed, and every word's instants with them: whoever shows some reads them anew. */
export const FreshnessRecountedEvent = defineEvent<Recounted>('freshness-recounted', (_, actor) => actor.may('service:read'));
