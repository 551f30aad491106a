import { Refusal } from '#libs/kernel';

export class InvalidGuidance extends Refusal<
  'GUIDANCE_TEXT_MISSING' | 'GUIDANCE_TEXT_TOO_LONG' | 'GUIDANCE_NUMBER_NOT_VALID' | 'GUIDANCE_TOO_MANY' | 'GUIDANCE_WORD_TOO_SHORT'
> {}

export class GuidanceNotFound extends Refusal<'GUIDANCE_NOT_FOUND'> {}
