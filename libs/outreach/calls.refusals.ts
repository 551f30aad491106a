import { Refusal } from '#libs/kernel';

export class CallTaken extends Refusal<'CALL_TAKEN'> {}

/** Also what a caller is told who may not know of it. */
export class OrganizationToReachNotFound extends Refusal<'ORGANIZATION_TO_REACH_NOT_FOUND'> {}

export class CallNotYours extends Refusal<'CALL_IS_OVER' | 'CALL_IS_ANOTHERS'> {}

export class InvalidCallResult extends Refusal<'CALL_BACK_MISSING' | 'CALL_BACK_PASSED' | 'CALL_BACK_TOO_FAR' | 'CALL_NOTE_TOO_LONG'> {}
