import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type {
  ClaimMembershipInput,
  InviteMemberInput,
  LeaveOrganizationInput,
  RevokeInvitationInput,
  SettleMembershipClaimInput,
} from '#libs/schema';
import { AcceptInvitation } from './accept-invitation.command.ts';
import { ClaimMembership } from './claim-membership.command.ts';
import { ConfirmMembershipClaim } from './confirm-membership-claim.command.ts';
import { InviteMember } from './invite-member.command.ts';
import { JoiningBook } from './joining.query.ts';
import { LeaveOrganization } from './leave-organization.command.ts';
import { RevokeInvitation } from './revoke-invitation.command.ts';
import { SettleMembershipClaim } from './settle-membership-claim.command.ts';

@Resolver()
class JoiningReads {
  constructor(@Inject(JoiningBook) private readonly book: JoiningBook) {}

  @Query()
  membershipClaims(@Args('first') first: number, @Args('after') after?: string) {
    return this.book.claims(first, after);
  }

  @Query()
  organizationsLeftAlone() {
    return this.book.leftAlone();
  }

  @Query()
  organizationMembers(@CurrentActor() actor: Actor, @Args('organizationId') organizationId: string) {
    return this.book.members(actor, organizationId);
  }

  @Query()
  invitation(@Args('token') token: string) {
    return this.book.invitation(token);
  }
}

@Resolver()
class ClaimsResolver {
  constructor(
    @Inject(ClaimMembership) private readonly claim: ClaimMembership,
    @Inject(ConfirmMembershipClaim) private readonly confirm: ConfirmMembershipClaim,
    @Inject(SettleMembershipClaim) private readonly settle: SettleMembershipClaim,
    @Inject(LeaveOrganization) private readonly leave: LeaveOrganization,
  ) {}

  @Mutation()
  claimMembership(@CurrentRequest() request: RequestContext, @Args('input') input: ClaimMembershipInput) {
    return this.claim.run(request, input);
  }

  @Mutation()
  confirmMembershipClaim(@CurrentRequest() request: RequestContext, @Args('token') token: string) {
    return this.confirm.run(request, token);
  }

  @Mutation()
  settleMembershipClaim(@CurrentActor() actor: Actor, @Args('input') input: SettleMembershipClaimInput) {
    return this.settle.run(actor, input);
  }

  @Mutation()
  leaveOrganization(@CurrentActor() actor: Actor, @Args('input') input: LeaveOrganizationInput) {
    return this.leave.run(actor, input);
  }
}

@Resolver()
class InvitationsResolver {
  constructor(
    @Inject(InviteMember) private readonly invite: InviteMember,
    @Inject(RevokeInvitation) private readonly revoke: RevokeInvitation,
    @Inject(AcceptInvitation) private readonly accept: AcceptInvitation,
  ) {}

  @Mutation()
  inviteMember(@CurrentActor() actor: Actor, @Args('input') input: InviteMemberInput) {
    return this.invite.run(actor, input);
  }

  @Mutation()
  revokeInvitation(@CurrentActor() actor: Actor, @Args('input') input: RevokeInvitationInput) {
    return this.revoke.run(actor, input);
  }

  @Mutation()
  acceptInvitation(@CurrentRequest() request: RequestContext, @Args('token') token: string, @Args('displayName') displayName?: string) {
    return this.accept.run(request, token, displayName);
  }
}

type Of = { organizationId: string };

/** What names an organization by its id, in each of these types. */
function ofOrganization(type: string) {
  @Resolver(type)
  class OfOrganizationResolver {
    constructor(@Inject(OrganizationById) readonly organizationById: OrganizationById) {}

    @ResolveField()
    organization(@Parent() { organizationId }: Of) {
      return this.organizationById.load(organizationId);
    }
  }
  return OfOrganizationResolver;
}

export const joiningResolvers = [
  JoiningReads,
  ClaimsResolver,
  InvitationsResolver,
  ...['MembershipClaim', 'OrganizationLeftAlone', 'OrganizationMembers', 'Invitation', 'MembershipClaimed', 'MembershipClaimConfirmed'].map(
    ofOrganization,
  ),
];
