import { Refusal } from '#libs/kernel';

export class InterpretationNotFound extends Refusal<'INTERPRETATION_NOT_FOUND' | 'INTERPRETATION_HAS_ENDED'> {}
