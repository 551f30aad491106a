import { Refusal } from '#libs/kernel';

export class MembershipNotAsked extends Refusal<
  'ORGANIZATION_NOT_FOUND' | 'EMAIL_NOT_VALID' | 'NAME_MISSING' | 'MEMBERSHIP_HELD_BY_THEM'
> {}

/** Settled already, or never confirmed. */
export class MembershipClaimNotFound extends Refusal<'CLAIM_NOT_FOUND'> {}

/** Also what a caller is told who may not know of it. */
export class InvitationNotFound extends Refusal<'INVITATION_NOT_FOUND'> {}
