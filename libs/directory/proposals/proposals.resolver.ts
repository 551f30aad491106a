import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { QueryProposedChangesArgs, SettleProposedChangeInput } from '#libs/schema';
import { LocationOfService } from '../location-of-service.loader.ts';
import { OrganizationById } from '../organization-by-id.loader.ts';
import { ServiceById } from '../service-by-id.loader.ts';
import { type ProposedRow, ProposedChanges } from './proposed-changes.query.ts';
import { SettleProposedChange } from './settle-proposed-change.command.ts';

@Resolver()
export class ProposalsResolver {
  constructor(
    @Inject(ProposedChanges) private readonly changes: ProposedChanges,
    @Inject(SettleProposedChange) private readonly settle: SettleProposedChange,
  ) {}

  @Query()
  proposedChanges(@Args() args: QueryProposedChangesArgs) {
    return this.changes.page(args);
  }

  @Mutation()
  settleProposedChange(@CurrentActor() actor: Actor, @Args('input') input: SettleProposedChangeInput) {
    return this.settle.run(actor, input);
  }
}

@Resolver('ProposedChangeSettled')
export class ProposedChangeSettledResolver {
  constructor(@Inject(ProposedChanges) private readonly changes: ProposedChanges) {}

  @ResolveField()
  proposedChange(@Parent() { id }: { id: string }) {
    return this.changes.one(id);
  }
}

@Resolver('ProposedChange')
export class ProposedChangeResolver {
  constructor(
    @Inject(OrganizationById) private readonly organizationById: OrganizationById,
    @Inject(ServiceById) private readonly serviceById: ServiceById,
    @Inject(LocationOfService) private readonly locationOf: LocationOfService,
  ) {}

  @ResolveField()
  organization(@Parent() { organizationId }: ProposedRow) {
    return this.organizationById.load(organizationId);
  }

  @ResolveField()
  service(@Parent() { serviceId }: ProposedRow) {
    return this.serviceById.load(serviceId);
  }

  @ResolveField()
  location(@Parent() { serviceId, locationId }: ProposedRow) {
    return locationId ? this.locationOf.load(`${serviceId} ${locationId}`) : null;
  }
}
