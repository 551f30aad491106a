import { Refusal } from '#libs/kernel';

export class OutreachRuleNotFound extends Refusal<'RULE_NOT_FOUND'> {}
