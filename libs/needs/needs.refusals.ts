import { Refusal } from '#libs/kernel';

export class UnknownCode extends Refusal<
  | 'CRISIS_CODE_UNKNOWN'
  | 'CATEGORY_UNKNOWN'
  | 'KIND_UNKNOWN'
  | 'KIND_OF_A_CLOSED_EVENT'
  | 'TERRITORY_UNKNOWN'
  | 'POSTAL_PREFIX_UNKNOWN'
  | 'LANGUAGE_UNKNOWN'
  | 'REFERENCE_UNKNOWN'
  | 'HANDOVER_TARGET_UNKNOWN'
  | 'REASON_OF_WHAT_IS_MET'
  | 'CONTACT_UNKNOWN'
  | 'ROUND_GIVER_UNKNOWN'
> {}

export class InvalidTime extends Refusal<'CONTACT_ENDS_BEFORE_IT_STARTS' | 'CONTACT_IN_THE_FUTURE' | 'CONTACT_TOO_LONG'> {}

export class TextTooLong extends Refusal<'NEED_TEXT_TOO_LONG'> {}

/** Also what a caller is told who may not know of it. */
export class GapNotFound extends Refusal<'GAP_NOT_FOUND' | 'COMMITMENT_NOT_FOUND'> {}

export class NotYours extends Refusal<'GAP_NOT_YOURS' | 'GAP_NOT_OF_YOUR_TERRITORY' | 'COMMITMENT_NOT_YOURS'> {}

/** What is asked does not follow from how things stand. */
export class InvalidStep extends Refusal<
  | 'GAP_STEP_REFUSED'
  | 'GAP_ANOTHER_IS_OPEN'
  | 'GAP_ORGANIZATION_UNKNOWN'
  | 'GAP_SERVICE_UNKNOWN'
  | 'GAP_NOT_PROPOSED_TO_IT'
  | 'GAP_DAY_PASSED'
  | 'GAP_TEXT_TOO_LONG'
  | 'GAP_TEXT_MISSING'
  | 'GAP_SAME'
  | 'GAP_OF_ANOTHER_EVENT'
  | 'GAP_NOTHING_TO_SPLIT'
  | 'COMMITMENT_QUANTITY'
  | 'COMMITMENT_UNIT_UNKNOWN'
  | 'COMMITMENT_OVER_LIMIT'
  | 'COMMITMENT_IS_OVER'
  | 'COMMITMENT_DELIVERED_TOO_MUCH'
> {}

/** Not found now, and never explained. */
export class SurgeNotFound extends Refusal<'SURGE_NOT_FOUND'> {}
