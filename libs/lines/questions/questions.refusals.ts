import { Refusal } from '#libs/kernel';

export class InvalidQuestion extends Refusal<'QUESTION_MISSING' | 'QUESTION_TOO_LONG' | 'QUESTION_INSTRUCTION_NOT_FOUND'> {}

export class QuestionNotFound extends Refusal<'QUESTION_NOT_FOUND'> {}
