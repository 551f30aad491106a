import { Refusal } from '#libs/kernel';

export class LineNotFound extends Refusal<'LINE_NOT_FOUND'> {}

export class InvalidLine extends Refusal<
  | 'LINE_CODE_NOT_VALID'
  | 'LINE_NAME_MISSING'
  | 'LINE_TEXT_TOO_LONG'
  | 'LINE_NUMBER_NOT_VALID'
  | 'LINE_URL_NOT_VALID'
  | 'LINE_OWNER_NOT_FOUND'
  | 'LINE_CRISIS_NOT_FOUND'
  | 'LINE_WAIT_OUT_OF_RANGE'
  | 'LINE_WAIT_WITHOUT_ANSWER'
  | 'LINE_DAYS_MISSING'
  | 'LINE_HOURS_HALF_SAID'
> {}
