import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LocationOfService, ServiceById } from '#libs/directory';
import { type Actor, Clock } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import { ServiceSeen } from './service-seen.loader.ts';
import { type Answer, capacityAt, heardFrom, isAccordingToOrganization, noteOf } from './status-answer.ts';
import type { StatusReportEntity } from './status-report.entity.ts';
import { may } from './status.policies.ts';

type Replaced = { replacementServiceId?: string | null };

/** What a word says, whether it holds or is history. */
class OfAWord {
  constructor(
    @Inject(ServiceById) protected readonly serviceById: ServiceById,
    @Inject(ServiceSeen) protected readonly seen: ServiceSeen,
  ) {}

  @ResolveField()
  async replacement(@CurrentActor() actor: Actor, @Parent() { replacementServiceId: id }: Replaced) {
    const seen = id ? await this.seen.load(id) : null;
    return id && seen && may(actor).see(seen) ? this.serviceById.load(id) : null;
  }
}

@Resolver('ServiceStatus')
export class StatusWordResolver extends OfAWord {
  @ResolveField()
  accordingToOrganization(@Parent() { source, heardFrom: heard }: Answer) {
    return isAccordingToOrganization(source, heard);
  }
}

@Resolver('StatusReport')
export class StatusReportResolver extends OfAWord {
  @Inject(LocationOfService) private readonly locationOf: LocationOfService;
  @Inject(Clock) private readonly clock: Clock;

  @ResolveField()
  service(@Parent() report: StatusReportEntity) {
    return this.serviceById.load(report.serviceId);
  }

  @ResolveField()
  location(@Parent() { serviceId, locationId }: StatusReportEntity) {
    return locationId ? this.locationOf.load(`${serviceId} ${locationId}`) : null;
  }

  @ResolveField()
  note(@Parent() report: StatusReportEntity) {
    return noteOf(report);
  }

  @ResolveField()
  capacity(@Parent() { capacity }: StatusReportEntity) {
    return capacity && capacityAt(this.clock.now(), capacity);
  }

  @ResolveField('heardFrom')
  heard(@Parent() report: StatusReportEntity) {
    return heardFrom(report);
  }

  @ResolveField()
  accordingToOrganization(@Parent() report: StatusReportEntity) {
    return isAccordingToOrganization(report.source, heardFrom(report));
  }

  @ResolveField()
  async reason(@CurrentActor() actor: Actor, @Parent() { serviceId, reason }: StatusReportEntity) {
    const service = reason ? await this.seen.load(serviceId) : null;
    return service && may(actor).readReasonsOf(service) ? reason : null;
  }
}
