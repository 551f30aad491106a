import { AccountEntity } from './account.entity.ts';
import { DisplayCodeEntity, DisplayEntity } from './displays/display.entity.ts';
import { MembershipEntity } from './membership.entity.ts';
import { SessionEntity } from './session.entity.ts';
import { TokenEntity } from './token.entity.ts';

export { AccountAddresses } from './account-addresses.query.ts';
export { AccountByEmail } from './account-by-email.query.ts';
export { RestoreMemberships } from './restore-memberships.command.ts';
export { AddMembership, type NewMembership } from './add-membership.command.ts';
export { CreateAccount, type NewAccount } from './create-account.command.ts';
export { CreateToken, type NewToken } from './create-token.command.ts';
export { EndMembership } from './end-membership.command.ts';
export { AccountNotFound, AccountNotMade, LinkNotValid, MembershipNotMade } from './identity.refusals.ts';
export { ClaimMembership } from './joining/claim-membership.command.ts';
export { Devices } from './push/devices.ts';
export { IdentityModule } from './identity.module.ts';
export { grantsOf, type Permission, permissions, type Role, roles } from './roles.ts';

export const identityEntities = [AccountEntity, DisplayCodeEntity, DisplayEntity, MembershipEntity, SessionEntity, TokenEntity];
