import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById, ServiceById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { ClaimCallInput, QueryOrganizationsToReachArgs, RecordCallResultInput, ReleaseCallInput } from '#libs/schema';
import { CallById } from './call-by-id.loader.ts';
import { ClaimCall } from './claim-call.command.ts';
import { type CallRow, OrganizationsToReach } from './organizations-to-reach.query.ts';
import { RecordCallResult } from './record-call-result.command.ts';
import { ReleaseCall } from './release-call.command.ts';

@Resolver()
class CallsResolver {
  constructor(
    @Inject(OrganizationsToReach) private readonly read: OrganizationsToReach,
    @Inject(ClaimCall) private readonly claim: ClaimCall,
    @Inject(ReleaseCall) private readonly release: ReleaseCall,
    @Inject(RecordCallResult) private readonly record: RecordCallResult,
  ) {}

  @Query()
  organizationsToReach(@CurrentActor() actor: Actor, @Args() args: QueryOrganizationsToReachArgs) {
    return this.read.list(actor, args);
  }

  @Query()
  organizationToReach(@CurrentActor() actor: Actor, @Args('organizationId') id: string) {
    return this.read.one(actor, id);
  }

  @Mutation()
  claimCall(@CurrentActor() actor: Actor, @Args('input') input: ClaimCallInput) {
    return this.claim.run(actor, input);
  }

  @Mutation()
  releaseCall(@CurrentActor() actor: Actor, @Args('input') input: ReleaseCallInput) {
    return this.release.run(actor, input);
  }

  @Mutation()
  recordCallResult(@CurrentActor() actor: Actor, @Args('input') input: RecordCallResultInput) {
    return this.record.run(actor, input);
  }
}

@Resolver('OrganizationToReach')
class OrganizationToReachResolver {
  constructor(@Inject(OrganizationById) private readonly byId: OrganizationById) {}

  @ResolveField()
  organization(@Parent() { id }: { id: string }) {
    return this.byId.load(id);
  }
}

@Resolver('ServiceToAsk')
class ServiceToAskResolver {
  constructor(@Inject(ServiceById) private readonly byId: ServiceById) {}

  @ResolveField()
  service(@Parent() { serviceId }: { serviceId: string }) {
    return this.byId.load(serviceId);
  }
}

@Resolver('Call')
class CallResolver {
  @ResolveField()
  mine(@CurrentActor() actor: Actor, @Parent() { byId }: CallRow) {
    return byId === actor.accountId;
  }
}

class OfACall {
  constructor(@Inject(CallById) private readonly byId: CallById) {}

  @ResolveField()
  call(@Parent() { callId }: { callId: string }) {
    return this.byId.load(callId);
  }
}

@Resolver('CallClaimed')
class CallClaimedResolver extends OfACall {}

@Resolver('CallEnded')
class CallEndedResolver extends OfACall {}

@Resolver('CallChange')
class CallChangeResolver extends OfACall {}

export const callResolvers = [
  ...[CallsResolver, OrganizationToReachResolver, ServiceToAskResolver, CallResolver],
  ...[CallClaimedResolver, CallEndedResolver, CallChangeResolver],
];
