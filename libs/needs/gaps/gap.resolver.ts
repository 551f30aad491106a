import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Crises } from '#libs/crises';
import { ServiceById, TerritoryByCode } from '#libs/directory';
import { type Actor, UserInputError } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import { may } from '../needs.policies.ts';
import { FollowedGaps } from './followed-gaps.loader.ts';
import { AskersOfGap, DaysOfGap, FlaggersOfGap, ReasonsOfGap } from './gap-figures.loader.ts';
import { HistoryOfGap } from './gap-history.loader.ts';
import type { GapRow } from './gaps.query.ts';
import { ServicesThatCould } from './services-that-could.query.ts';

const MOST_DAYS = 62;

/** What a list does not answer of a gap by itself. */
@Resolver('Gap')
export class GapResolver {
  constructor(
    @Inject(TerritoryByCode) private readonly territories: TerritoryByCode,
    @Inject(Crises) private readonly crises: Crises,
    @Inject(ServiceById) private readonly services: ServiceById,
    @Inject(DaysOfGap) private readonly days: DaysOfGap,
    @Inject(ReasonsOfGap) private readonly why: ReasonsOfGap,
    @Inject(AskersOfGap) private readonly who: AskersOfGap,
    @Inject(FlaggersOfGap) private readonly flaggers: FlaggersOfGap,
    @Inject(HistoryOfGap) private readonly steps: HistoryOfGap,
    @Inject(FollowedGaps) private readonly followed: FollowedGaps,
    @Inject(ServicesThatCould) private readonly could: ServicesThatCould,
  ) {}

  @ResolveField()
  territory(@Parent() { territoryCode }: GapRow) {
    return this.territories.load(territoryCode);
  }

  @ResolveField()
  crisis(@CurrentActor() actor: Actor, @Parent() { crisisId }: GapRow) {
    return crisisId ? this.crises.one(actor, crisisId) : null;
  }

  @ResolveField()
  addressedBy(@Parent() { addressedServiceId }: GapRow) {
    return addressedServiceId ? this.services.load(addressedServiceId) : null;
  }

  @ResolveField()
  daily(@Parent() { id }: GapRow, @Args('days') days: number) {
    if (days < 1 || days > MOST_DAYS) throw new UserInputError(`\`days\` is from 1 to ${MOST_DAYS}.`);
    return this.days.of(id, days);
  }

  @ResolveField()
  async reasons(@Parent() { id }: GapRow) {
    return (await this.why.load(id)) ?? [];
  }

  @ResolveField()
  async askers(@Parent() { id }: GapRow) {
    return (await this.who.load(id)) ?? { ages: [], languages: [] };
  }

  @ResolveField()
  async flaggedBy(@Parent() { id }: GapRow) {
    return (await this.flaggers.load(id)) ?? 0;
  }

  @ResolveField()
  async history(@CurrentActor() actor: Actor, @Parent() { id }: GapRow) {
    const named = may(actor).readNamesOfTheCentre();
    return ((await this.steps.load(id)) ?? []).map(step => (named && step.name ? { ...step, by: { fr: step.name, en: step.name } } : step));
  }

  @ResolveField()
  async following(@CurrentActor() { accountId }: Actor, @Parent() { id }: GapRow) {
    return accountId ? ((await this.followed.load(`${id} ${accountId}`)) ?? false) : false;
  }

  @ResolveField()
  couldAnswer(@Parent() gap: GapRow) {
    return this.could.answer(gap);
  }
}

/** Something that names a service by its id. */
class OfAService {
  constructor(@Inject(ServiceById) private readonly services: ServiceById) {}

  @ResolveField()
  service(@Parent() { serviceId }: { serviceId: string | null }) {
    return serviceId ? this.services.load(serviceId) : null;
  }
}

@Resolver('GapStep')
export class GapStepResolver extends OfAService {}

@Resolver('ServiceThatCould')
export class ServiceThatCouldResolver extends OfAService {}

@Resolver('Reference')
export class ReferenceResolver extends OfAService {}

@Resolver('TerritoryDemand')
export class TerritoryDemandResolver {
  constructor(@Inject(TerritoryByCode) private readonly territories: TerritoryByCode) {}

  @ResolveField()
  territory(@Parent() { territoryCode }: { territoryCode: string }) {
    return this.territories.load(territoryCode);
  }
}
