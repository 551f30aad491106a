import { Refusal } from '#libs/kernel';

/** Also what a caller is told who may not know of it. */
export class MembershipNotFound extends Refusal<'MEMBERSHIP_NOT_FOUND'> {}

/** Expired, used, revoked or never made: nobody is told which. */
export class LinkNotValid extends Refusal<'LINK_NOT_VALID'> {}

export class DemoNotOffered extends Refusal<'DEMO_NOT_OFFERED'> {}

/** On the command line. */
export class AccountNotMade extends Refusal<'EMAIL_NOT_VALID' | 'EMAIL_TAKEN' | 'NAME_MISSING'> {}

/** On the command line. */
export class AccountNotFound extends Refusal<'ACCOUNT_NOT_FOUND'> {}

/** On the command line. */
export class MembershipNotMade extends Refusal<'ORGANIZATION_NOT_FOUND' | 'TERRITORY_NOT_FOUND' | 'MEMBERSHIP_HELD'> {}

/** Expired, used, mistyped or never shown: nobody is told which. */
export class DisplayCodeNotValid extends Refusal<'DISPLAY_CODE_NOT_VALID'> {}

export class DisplayNotLinked extends Refusal<'DISPLAY_NAME_LENGTH' | 'DISPLAY_OF_ANOTHER'> {}

/** Also what a caller is told who may not know of it. */
export class DisplayNotFound extends Refusal<'DISPLAY_NOT_FOUND'> {}
