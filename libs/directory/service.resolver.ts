import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Clock } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { ServiceHoursArgs } from '#libs/schema';
import { hoursOfDays } from './hours/hours-of-days.ts';
import { HoursOfServiceById } from './hours/hours-of-service.loader.ts';
import { OpensNext } from './hours/opens-next.loader.ts';
import { AccessibilityOfLocation } from './accessibility-of-location.loader.ts';
import { RelayFor } from './relay-for.loader.ts';
import { type OrganizationRecord, OrganizationRecordById } from './organization-record.loader.ts';
import { type Guarded, type ServiceRecord, ServiceRecordById } from './service-record.loader.ts';

/** However a service was reached: it may have been told by an event, to a reader who may not know what it is. */
@Resolver('Service')
export class ServiceResolver {
  constructor(
    @Inject(HoursOfServiceById) private readonly hoursOf: HoursOfServiceById,
    @Inject(OpensNext) private readonly opensNext: OpensNext,
    @Inject(ServiceRecordById) private readonly recordOf: ServiceRecordById,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField()
  async schedules(@CurrentActor() actor: Actor, @Parent() { id }: Known) {
    const service = told(actor, await this.hoursOf.load(id));
    return service ? [...service.own, ...service.places.flatMap(({ here, place }) => [...here, ...place])] : [];
  }

  @ResolveField()
  async hours(@CurrentActor() actor: Actor, @Parent() { id }: Known, @Args() args: ServiceHoursArgs) {
    const service = told(actor, await this.hoursOf.load(id));
    return service ? hoursOfDays(service, args, this.clock.now()) : [];
  }

  @ResolveField()
  async opensAt(@CurrentActor() actor: Actor, @Parent() { id }: Known) {
    return told(actor, await this.opensNext.load(id))?.opensAt;
  }

  @ResolveField()
  alternateName(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'alternateName');
  }

  @ResolveField()
  eligibility(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'eligibility');
  }

  @ResolveField()
  fees(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'fees');
  }

  @ResolveField()
  url(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'url');
  }

  @ResolveField()
  email(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'email');
  }

  @ResolveField()
  holidayRule(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'holidayRule');
  }

  @ResolveField()
  assuredAt(@CurrentActor() actor: Actor, @Parent() service: Known) {
    return this.fact(actor, service, 'assuredAt');
  }

  @ResolveField()
  async contacts(@CurrentActor() actor: Actor, @Parent() { id }: Known) {
    const record = told(actor, await this.recordOf.load(id));
    return record ? record.contacts.filter(({ confidential }) => told(actor, { ...record, confidential })) : [];
  }

  private async fact(actor: Actor, { id }: Known, name: keyof ServiceRecord['facts']) {
    return told(actor, await this.recordOf.load(id))?.facts[name];
  }
}

@Resolver('Organization')
export class OrganizationResolver {
  constructor(
    @Inject(OrganizationRecordById) private readonly recordOf: OrganizationRecordById,
    @Inject(RelayFor) private readonly relayedBy: RelayFor,
  ) {}

  @ResolveField()
  description(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.fact(actor, organization, 'description');
  }

  @ResolveField()
  url(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.fact(actor, organization, 'url');
  }

  @ResolveField()
  email(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.fact(actor, organization, 'email');
  }

  @ResolveField()
  relay(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.fact(actor, organization, 'relay');
  }

  @ResolveField()
  async relayFor(@CurrentActor() actor: Actor, @Parent() { id }: Known) {
    return told(actor, await this.recordOf.load(id)) ? ((await this.relayedBy.load(id)) ?? []) : [];
  }

  @ResolveField()
  preferredChannel(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.forThoseWhoCall(actor, organization, 'preferredChannel');
  }

  @ResolveField()
  bestHour(@CurrentActor() actor: Actor, @Parent() organization: Known) {
    return this.forThoseWhoCall(actor, organization, 'bestHour');
  }

  private async fact(actor: Actor, { id }: Known, name: keyof OrganizationRecord['facts']) {
    return told(actor, await this.recordOf.load(id))?.facts[name];
  }

  private async forThoseWhoCall(actor: Actor, organization: Known, name: 'preferredChannel' | 'bestHour') {
    const row = { organizationId: organization.id, territories: [] };
    return actor.may('organization:read-channel', row) ? this.fact(actor, organization, name) : null;
  }
}

@Resolver('Location')
export class LocationResolver {
  constructor(@Inject(AccessibilityOfLocation) private readonly accessibilityOf: AccessibilityOfLocation) {}

  @ResolveField()
  async accessibility(@CurrentActor() actor: Actor, @Parent() { id }: Known) {
    const place = await this.accessibilityOf.load(id);
    const isTold = place && (!place.confidential || place.placed.some(service => actor.may('service:read-confidential', service)));
    return isTold ? place.texts : [];
  }
}

interface Known {
  readonly id: string;
}

/** Null to whom its record is confidential. */
const told = <T extends Guarded>(actor: Actor, record: T | null): T | null =>
  record && (!record.confidential || actor.may('service:read-confidential', record.placed)) ? record : null;
