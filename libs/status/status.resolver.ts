import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ServiceById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { ConfirmServiceStatusInput, Location, QueryStatusReportsArgs, ReportServiceStatusInput, Service } from '#libs/schema';
import { ConfirmServiceStatus, type ServiceStatusConfirmed } from './confirm-service-status.command.ts';
import { OpenNow } from './open-now.loader.ts';
import { ReportServiceStatus, type ServiceStatusReported } from './report-service-status.command.ts';
import { NEVER_SAID } from './status-answer.ts';
import { StatusByLocation } from './status-by-location.loader.ts';
import { StatusOfService } from './status-of-service.loader.ts';
import { StatusReportById } from './status-report-by-id.loader.ts';
import { StatusReports } from './status-reports.query.ts';
import { WhatAnotherSaid } from './what-another-said.query.ts';

@Resolver()
export class StatusResolver {
  constructor(
    @Inject(ReportServiceStatus) private readonly report: ReportServiceStatus,
    @Inject(ConfirmServiceStatus) private readonly confirm: ConfirmServiceStatus,
    @Inject(StatusReports) private readonly reports: StatusReports,
  ) {}

  @Mutation()
  reportServiceStatus(@CurrentActor() actor: Actor, @Args('input') input: ReportServiceStatusInput) {
    return this.report.run(actor, input);
  }

  @Mutation()
  confirmServiceStatus(@CurrentActor() actor: Actor, @Args('input') input: ConfirmServiceStatusInput) {
    return this.confirm.run(actor, input);
  }

  @Query()
  statusReports(@CurrentActor() actor: Actor, @Args() { serviceId, first, after }: QueryStatusReportsArgs) {
    return this.reports.run(actor, serviceId, first ?? 50, after);
  }
}

@Resolver('ServiceStatusReported')
export class ServiceStatusReportedResolver {
  constructor(
    @Inject(StatusReportById) private readonly reportById: StatusReportById,
    @Inject(WhatAnotherSaid) private readonly whatAnotherSaid: WhatAnotherSaid,
  ) {}

  @ResolveField('report')
  reported(@Parent() { reportId }: ServiceStatusReported) {
    return this.reportById.load(reportId);
  }

  @ResolveField()
  async other(@Parent() { reportId }: ServiceStatusReported) {
    return this.whatAnotherSaid.run((await this.reportById.load(reportId))!); // reports are never deleted
  }
}

@Resolver('ServiceStatusConfirmed')
export class ServiceStatusConfirmedResolver {
  constructor(@Inject(ServiceById) private readonly serviceById: ServiceById) {}

  @ResolveField()
  services(@Parent() { serviceIds }: ServiceStatusConfirmed) {
    return Promise.all(serviceIds.map(id => this.serviceById.load(id)));
  }

  @ResolveField()
  leftOut(@Parent() { leftOutIds }: ServiceStatusConfirmed) {
    return Promise.all(leftOutIds.map(id => this.serviceById.load(id)));
  }

  @ResolveField()
  leftOutBecause(@Parent() { leftOut = [] }: ServiceStatusConfirmed) {
    return Promise.all(leftOut.map(async ({ serviceId, why }) => ({ service: await this.serviceById.load(serviceId), why })));
  }
}

type Reached = Partial<Service> & { id: string };

@Resolver('Service')
export class ServiceStatusResolver {
  constructor(
    @Inject(StatusOfService) private readonly statusOf: StatusOfService,
    @Inject(OpenNow) private readonly openNow: OpenNow,
    @Inject(StatusByLocation) private readonly byLocation: StatusByLocation,
    @Inject(ServiceById) private readonly serviceById: ServiceById,
  ) {}

  @ResolveField()
  async status(@Parent() service: Reached) {
    const status = service.status ?? (await this.statusOf.load(service.id)) ?? NEVER_SAID;
    return 'openNow' in status ? status : { ...status, openNow: await this.openNow.load(service.id) }; // hours are known of who never spoke
  }

  @ResolveField()
  async statusByLocation(@Parent() service: Reached) {
    const locations = service.locations ?? (await this.serviceById.load(service.id))?.locations ?? [];
    const statuses = await this.byLocation.load(service.id);
    return locations.map((location: Location) => ({ location, status: statuses?.get(location.id) ?? NEVER_SAID }));
  }
}
