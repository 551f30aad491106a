import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById, TerritoryByCode } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type { EndMembershipInput } from '#libs/schema';
import { DemoAccounts } from './demo-accounts.query.ts';
import { EndMembership } from './end-membership.command.ts';
import { WhoIsAsking } from './me.query.ts';
import type { MembershipEntity } from './membership.entity.ts';
import { RequestSignInLink } from './request-sign-in-link.command.ts';
import { SignInToDemo } from './sign-in-to-demo.command.ts';
import { SignInWithLink } from './sign-in-with-link.command.ts';
import { SignOutEverywhere } from './sign-out-everywhere.command.ts';
import { SignOut } from './sign-out.command.ts';

@Resolver()
export class SignInResolver {
  constructor(
    @Inject(RequestSignInLink) private readonly requestLink: RequestSignInLink,
    @Inject(SignInWithLink) private readonly withLink: SignInWithLink,
    @Inject(SignInToDemo) private readonly toDemo: SignInToDemo,
    @Inject(SignOut) private readonly out: SignOut,
    @Inject(SignOutEverywhere) private readonly outEverywhere: SignOutEverywhere,
  ) {}

  @Mutation()
  requestSignInLink(@CurrentRequest() request: RequestContext, @Args('email') email: string) {
    return this.requestLink.run(request, email);
  }

  @Mutation()
  signInWithLink(@CurrentRequest() request: RequestContext, @Args('token') token: string) {
    return this.withLink.run(request, token);
  }

  @Mutation()
  signInToDemo(@CurrentRequest() request: RequestContext, @Args('email') email: string) {
    return this.toDemo.run(request, email);
  }

  @Mutation()
  signOut(@CurrentRequest() request: RequestContext) {
    return this.out.run(request);
  }

  @Mutation()
  signOutEverywhere(@CurrentRequest() request: RequestContext) {
    return this.outEverywhere.run(request);
  }
}

@Resolver()
export class IdentityResolver {
  constructor(
    @Inject(WhoIsAsking) private readonly who: WhoIsAsking,
    @Inject(DemoAccounts) private readonly demo: DemoAccounts,
    @Inject(EndMembership) private readonly end: EndMembership,
  ) {}

  @Query()
  me(@CurrentActor() actor: Actor) {
    return this.who.run(actor);
  }

  @Query()
  demoAccounts() {
    return this.demo.run();
  }

  @Mutation()
  endMembership(@CurrentActor() actor: Actor, @Args('input') input: EndMembershipInput) {
    return this.end.run(actor, input);
  }
}

@Resolver('SignedIn')
export class SignedInResolver {
  constructor(@Inject(WhoIsAsking) private readonly who: WhoIsAsking) {}

  /** The one who has just signed in. */
  @ResolveField()
  me(@CurrentActor() actor: Actor) {
    return this.who.run(actor);
  }
}

@Resolver('Membership')
export class MembershipResolver {
  constructor(
    @Inject(OrganizationById) private readonly organizationById: OrganizationById,
    @Inject(TerritoryByCode) private readonly territoryByCode: TerritoryByCode,
  ) {}

  @ResolveField()
  organization(@Parent() { organizationId }: MembershipEntity) {
    return this.organizationById.load(organizationId);
  }

  @ResolveField()
  async territories(@Parent() { territories }: MembershipEntity) {
    const known = await Promise.all(territories.map(code => this.territoryByCode.load(code)));
    return known.filter(territory => territory !== null);
  }
}
