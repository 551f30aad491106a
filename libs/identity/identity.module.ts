import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { addWords, Recognition } from '#libs/platform';
import { AccountAddresses } from './account-addresses.query.ts';
import { AccountByEmail } from './account-by-email.query.ts';
import { RestoreMemberships } from './restore-memberships.command.ts';
import { AddMembership } from './add-membership.command.ts';
import { CreateAccount } from './create-account.command.ts';
import { CreateToken } from './create-token.command.ts';
import { DemoAccounts } from './demo-accounts.query.ts';
import { EndMembership } from './end-membership.command.ts';
import { IdentityResolver, MembershipResolver, SignedInResolver, SignInResolver } from './identity.resolver.ts';
import { WhoIsAsking } from './me.query.ts';
import { People } from './people.ts';
import { RequestSignInLink } from './request-sign-in-link.command.ts';
import { Sessions } from './sessions.ts';
import { SignInMail } from './sign-in.mail.ts';
import { SignInToDemo } from './sign-in-to-demo.command.ts';
import { SignInWithLink } from './sign-in-with-link.command.ts';
import { SignOutEverywhere } from './sign-out-everywhere.command.ts';
import { SignOut } from './sign-out.command.ts';
import { DisplayEnteredResolver, DisplayLinkedResolver, DisplayResolver, DisplaysResolver } from './displays/displays.resolver.ts';
import { Displays } from './displays/displays.query.ts';
import { EndDisplay } from './displays/end-display.command.ts';
import { EnterAsDisplay } from './displays/enter-as-display.command.ts';
import { LinkDisplay } from './displays/link-display.command.ts';
import { RequestDisplayCode } from './displays/request-display-code.command.ts';
import { AcceptInvitation } from './joining/accept-invitation.command.ts';
import { ClaimMembership } from './joining/claim-membership.command.ts';
import { ConfirmMembershipClaim } from './joining/confirm-membership-claim.command.ts';
import { InviteMember } from './joining/invite-member.command.ts';
import { JoiningBook } from './joining/joining.query.ts';
import { Joining } from './joining/joining.ts';
import { JoiningMail } from './joining/joining.mail.ts';
import { joiningResolvers } from './joining/joining.resolver.ts';
import { LastEditorLeft } from './joining/last-editor-left.ts';
import { LeaveOrganization } from './joining/leave-organization.command.ts';
import { RevokeInvitation } from './joining/revoke-invitation.command.ts';
import { SettleMembershipClaim } from './joining/settle-membership-claim.command.ts';
import { Devices } from './push/devices.ts';
import { PushResolver } from './push/push.resolver.ts';
import { SubscribeToPush } from './push/subscribe-to-push.command.ts';
import { UnsubscribeFromPush } from './push/unsubscribe-from-push.command.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const made = [AccountByEmail, RestoreMemberships, AddMembership, CreateAccount, CreateToken];
const commands = [EndMembership, RequestSignInLink, SignInToDemo, SignInWithLink, SignOut, SignOutEverywhere];
const reads = [DemoAccounts, Sessions, SignInMail, WhoIsAsking];
const doors = [IdentityResolver, MembershipResolver, SignedInResolver, SignInResolver];
const displays = [Displays, EndDisplay, EnterAsDisplay, LinkDisplay, RequestDisplayCode];
const displayDoors = [DisplayEnteredResolver, DisplayLinkedResolver, DisplayResolver, DisplaysResolver];
const joining = [AcceptInvitation, ConfirmMembershipClaim, InviteMember, LeaveOrganization, RevokeInvitation, SettleMembershipClaim];
const joiningParts = [Joining, JoiningBook, JoiningMail, LastEditorLeft];
const people = { provide: Recognition, useClass: People };

@Module({
  imports: [DirectoryModule],
  providers: [
    ...[...made, ...commands, ...reads, ...doors, ...displays, ...displayDoors],
    ...[ClaimMembership, ...joining, ...joiningParts, ...joiningResolvers],
    ...[AccountAddresses, Devices, PushResolver, SubscribeToPush, UnsubscribeFromPush],
    people,
  ],
  exports: [...made, AccountAddresses, ClaimMembership, Devices, people],
})
export class IdentityModule {}
