import { Refusal } from '#libs/kernel';

/** Also what a caller is told who may not know that the service exists. */
export class ServiceNotFound extends Refusal<'SERVICE_NOT_FOUND' | 'LOCATION_NOT_FOUND' | 'REPLACEMENT_NOT_FOUND'> {}

export class NotYourService extends Refusal<'NOT_YOUR_SERVICE'> {}

export class InvalidTime extends Refusal<'GOOD_UNTIL_BEFORE_START' | 'TIME_TOO_FAR' | 'TIME_TOO_LONG_AGO'> {}

export class InvalidCapacity extends Refusal<'CAPACITY_NEGATIVE' | 'CAPACITY_OVER_TOTAL' | 'CAPACITY_TOO_LARGE'> {}

export class TextTooLong extends Refusal<'TEXT_TOO_LONG'> {}

/** Past its end a word is no longer sure: only a new word can say what holds. */
export class GoodUntilPassed extends Refusal<'GOOD_UNTIL_PASSED'> {}

/** Settled already, never made, or not for the caller to know of. */
export class ContradictionNotFound extends Refusal<'CONTRADICTION_NOT_FOUND'> {}

export class NotYours extends Refusal<'NOT_YOURS'> {}
