import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById, TerritoryByCode } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import { SentSinceOfService } from './sent-since.loader.ts';
import { WeekOfOrganization } from './week-of-organization.query.ts';

@Resolver('Service')
export class LoadOfServiceResolver {
  constructor(@Inject(SentSinceOfService) private readonly sent: SentSinceOfService) {}

  @ResolveField()
  sentSince(@CurrentActor() actor: Actor, @Parent() { id }: { id: string }) {
    return this.sent.seen(actor, id);
  }
}

@Resolver('OrganizationWeek')
export class OrganizationWeekResolver {
  constructor(
    @Inject(WeekOfOrganization) private readonly week: WeekOfOrganization,
    @Inject(OrganizationById) private readonly organizations: OrganizationById,
  ) {}

  @Query()
  weekOfOrganization(@CurrentActor() actor: Actor, @Args('organizationId') id: string) {
    return this.week.read(actor, id);
  }

  @ResolveField()
  organization(@Parent() { organizationId }: { organizationId: string }) {
    return this.organizations.load(organizationId);
  }
}

@Resolver('UnmetNearby')
export class UnmetNearbyResolver {
  constructor(@Inject(TerritoryByCode) private readonly territories: TerritoryByCode) {}

  @ResolveField()
  territory(@Parent() { territoryCode }: { territoryCode: string }) {
    return this.territories.load(territoryCode);
  }
}
