import { Refusal } from '#libs/kernel';

export class InvalidRosterEntry extends Refusal<
  'ROSTER_ACCOUNT_NOT_FOUND' | 'ROSTER_LANGUAGES_MISSING' | 'ROSTER_DAYS_MISSING' | 'ROSTER_TOO_MANY'
> {}

export class RosterEntryNotFound extends Refusal<'ROSTER_ENTRY_NOT_FOUND'> {}

export class InvalidCallUp extends Refusal<
  'CALL_UP_ENDS_BEFORE_IT_BEGINS' | 'CALL_UP_HAS_PASSED' | 'CALL_UP_TOO_LONG' | 'CALL_UP_COUNT_OUT_OF_RANGE' | 'CALL_UP_NOBODY'
> {}

export class CallUpNotFound extends Refusal<'CALL_UP_NOT_FOUND'> {}

export class CallUpFilled extends Refusal<'CALL_UP_FILLED'> {}

export class CallUpOver extends Refusal<'CALL_UP_IS_OVER'> {}
