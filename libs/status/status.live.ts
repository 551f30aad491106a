import { Inject, Injectable } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LocationOfService, ServiceById } from '#libs/directory';
import { type Actor, Clock } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import type { ServiceChangeFilter } from '#libs/schema';
import { OpenNow } from './open-now.loader.ts';
import { statusAnswer } from './status-answer.ts';
import { StatusReportById } from './status-report-by-id.loader.ts';
import {
  ContradictionSettledEvent,
  FreshnessRecountedEvent,
  markChanged,
  type Recounted,
  type ServiceFacts,
  ServiceStatusConfirmedEvent,
  ServiceStatusContradictedEvent,
  ServiceStatusReportedEvent,
  ServiceStatusTurnedEvent,
  type StatusChanged,
  type StatusChangedEvent,
} from './status.events.ts';

type Args = { filter?: ServiceChangeFilter | null };

const contradictions = new Set([ServiceStatusContradictedEvent.kind, ContradictionSettledEvent.kind]);

/** Who is told of which change. The channel calls it for every event and every scope, in memory. */
@LiveTopic('serviceStatusChanged')
@Injectable()
export class ServiceStatusChanged implements Topic<StatusChanged, Args> {
  readonly kinds = [
    ServiceStatusReportedEvent,
    ServiceStatusConfirmedEvent,
    ServiceStatusTurnedEvent,
    ServiceStatusContradictedEvent,
    ContradictionSettledEvent,
  ] as unknown as Topic<StatusChanged>['kinds']; // some payloads are narrower ones

  passes({ kind, payload }: StatusChangedEvent, { filter }: Args, scope: Actor): boolean {
    const known = this.kinds.find(each => each.kind === kind);
    const news = contradictions.has(kind) ? markChanged(payload) : true; // of an unmarked one nothing changed for a board
    return news && known!.seenBy(payload, scope) && [payload.before, payload.after].some(facts => matches(facts, filter ?? {}));
  }

  say(event: StatusChangedEvent) {
    return { ...event, previousState: event.payload.before.status.state };
  }
}

/** Anyone who shows words is told that their instants are others now. */
@LiveTopic('freshnessRecounted')
@Injectable()
export class FreshnessRecounted implements Topic<Recounted> {
  readonly kinds = [FreshnessRecountedEvent];

  passes({ payload }: Logged<Recounted>, _: object, scope: Actor): boolean {
    return FreshnessRecountedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { territories } }: Logged<Recounted>) {
    return { position, occurredAt, territories };
  }
}

function matches(facts: ServiceFacts, { services, organizations, territory, categories }: ServiceChangeFilter): boolean {
  return (
    (!services || services.includes(facts.id)) &&
    (!organizations || organizations.includes(facts.organizationId)) &&
    (!territory || facts.territories.includes(territory)) &&
    (!categories || categories.some(category => facts.categories.includes(category)))
  );
}

@Resolver('ServiceStatusChange')
export class ServiceStatusChangeResolver {
  constructor(
    @Inject(ServiceById) private readonly serviceById: ServiceById,
    @Inject(LocationOfService) private readonly locationOf: LocationOfService,
    @Inject(StatusReportById) private readonly reportById: StatusReportById,
    @Inject(OpenNow) private readonly openNow: OpenNow,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField()
  service(@Parent() { subject }: StatusChangedEvent) {
    return this.serviceById.load(subject);
  }

  @ResolveField()
  location(@Parent() { subject, payload: { locationId } }: StatusChangedEvent) {
    return locationId ? this.locationOf.load(`${subject} ${locationId}`) : null;
  }

  /** From the event's facts, not from the tables, which may be ahead of it; but for the hours, which are the present ones. */
  @ResolveField()
  async status(@Parent() { subject, payload: { after } }: StatusChangedEvent) {
    const facts = after.status;
    const [word, plan] = await Promise.all([facts.reportId, facts.plannedReportId].map(id => (id ? this.reportById.load(id) : null)));
    const { mixed, contradicted = false } = after;
    const around = { mixed, contradicted, openNow: await this.openNow.load(subject), now: this.clock.now() };
    return statusAnswer(facts, around, word ?? null, plan ?? null);
  }
}
