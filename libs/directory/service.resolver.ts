import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Placed } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { ServiceHoursArgs } from '#libs/schema';
import { hoursOfDays } from './hours/hours-of-days.ts';
import { HoursOfServiceById } from './hours/hours-of-service.loader.ts';

/** However a service was reached: it may have been told by an event, to a reader who may not know what it is. */
@Resolver('Service')
export class ServiceResolver {
  constructor(
    @Inject(HoursOfServiceById) private readonly hoursOf: HoursOfServiceById,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField()
  async schedules(@CurrentActor() actor: Actor, @Parent() { id }: { id: string }) {
    const service = told(actor, await this.hoursOf.load(id));
    return service ? [...service.own, ...service.places.flatMap(({ here, place }) => [...here, ...place])] : [];
  }

  @ResolveField()
  async hours(@CurrentActor() actor: Actor, @Parent() { id }: { id: string }, @Args() args: ServiceHoursArgs) {
    const service = told(actor, await this.hoursOf.load(id));
    return service ? hoursOfDays(service, args, this.clock.now()) : [];
  }
}

/** Null to whom its record is confidential. */
const told = <T extends { confidential: boolean; placed: Placed }>(actor: Actor, record: T | null): T | null =>
  record && (!record.confidential || actor.may('service:read-confidential', record.placed)) ? record : null;
