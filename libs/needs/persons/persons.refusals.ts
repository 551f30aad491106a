import { Refusal } from '#libs/kernel';

/** What is said of a person cannot be kept so. */
export class InvalidPerson extends Refusal<
  | 'PERSON_NUMBER_NOT_VALID'
  | 'PERSON_TEXT_TOO_LONG'
  | 'PERSON_TEXT_MISSING'
  | 'PERSON_DAY_PASSED'
  | 'PERSON_DAY_TOO_FAR'
  | 'ROUND_LIST_TOO_LONG'
> {}

/** Also what a caller is told who may not know of it. */
export class PersonNotFound extends Refusal<'FOLLOW_UP_NOT_FOUND' | 'EMERGENCY_NOT_FOUND' | 'ROUND_NOT_FOUND' | 'ROUND_ENTRY_NOT_FOUND'> {}

/** Another one calls, or nobody is to be called any more. */
export class NotToCall extends Refusal<
  | 'FOLLOW_UP_TAKEN'
  | 'FOLLOW_UP_DONE'
  | 'FOLLOW_UP_NOT_TRIED'
  | 'EMERGENCY_OVER'
  | 'ROUND_OVER'
  | 'ROUND_ENTRY_NOT_YOURS'
  | 'ROUND_ENTRY_DONE'
  | 'ROUND_HELP_MISSING'
> {}
