import { Refusal } from '#libs/kernel';

/** Also what a caller is told who may not know of an exercise. */
export class CrisisNotFound extends Refusal<'CRISIS_NOT_FOUND'> {}

/** What is asked does not follow from how things stand. */
export class InvalidStep extends Refusal<
  | 'AREA_NOT_FOUND'
  | 'AREA_IS_THERE_ALREADY'
  | 'PHASE_IS_THAT_ALREADY'
  | 'REASON_MISSING'
  | 'CLOSED_IS_NEVER_FRESH'
  | 'AREA_IS_CLOSED'
  | 'EMERGENCY_ENDS_BEFORE_NOW'
  | 'EMERGENCY_TOO_LONG'
  | 'NO_EMERGENCY_RUNS'
  | 'INSTRUCTION_NOT_FOUND'
  | 'INSTRUCTION_ENDS_BEFORE_NOW'
> {}
