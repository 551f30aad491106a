import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor, Settings } from '#libs/platform';
import type { QueryOrganizationArgs, QueryOrganizationsArgs, QueryTerritoriesArgs, Territory } from '#libs/schema';
import { Organizations } from './organizations.query.ts';
import { ParentOfTerritory } from './parent-of-territory.loader.ts';
import { BoundaryOfTerritory } from './territories/boundary-of-territory.loader.ts';
import { HeartOfTerritory } from './territories/heart-of-territory.loader.ts';
import { ReferenceData } from './reference-data.query.ts';

@Resolver()
export class DirectoryResolver {
  constructor(
    @Inject(ReferenceData) private readonly reference: ReferenceData,
    @Inject(Organizations) private readonly find: Organizations,
  ) {}

  @Query()
  region() {
    return this.reference.region();
  }

  @Query()
  categories() {
    return this.reference.categories();
  }

  @Query()
  territories(@Args() { kind }: QueryTerritoriesArgs) {
    return this.reference.territories(kind);
  }

  @Query()
  organizations(@CurrentActor() actor: Actor, @Args() { text, first, after }: QueryOrganizationsArgs) {
    return this.find.page(actor, text, first ?? 50, after);
  }

  @Query()
  organization(@CurrentActor() actor: Actor, @Args() { id }: QueryOrganizationArgs) {
    return this.find.one(actor, id);
  }
}

@Resolver('Region')
export class RegionResolver {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  @ResolveField()
  basemap() {
    return this.settings.basemap;
  }
}

@Resolver('Territory')
export class TerritoryResolver {
  constructor(
    @Inject(ParentOfTerritory) private readonly parentOf: ParentOfTerritory,
    @Inject(HeartOfTerritory) private readonly heartOf: HeartOfTerritory,
    @Inject(BoundaryOfTerritory) private readonly boundaryOf: BoundaryOfTerritory,
  ) {}

  @ResolveField()
  parent(@Parent() { code }: Territory) {
    return this.parentOf.load(code);
  }

  @ResolveField()
  async latitude(@Parent() { code }: Territory) {
    return (await this.heartOf.load(code))?.latitude;
  }

  @ResolveField()
  async longitude(@Parent() { code }: Territory) {
    return (await this.heartOf.load(code))?.longitude;
  }

  @ResolveField()
  boundary(@Parent() { code }: Territory) {
    return this.boundaryOf.load(code);
  }
}
