import { Refusal } from '#libs/kernel';

export class PushNotPossible extends Refusal<'PUSH_SERVICE_UNKNOWN' | 'PUSH_KEYS_NOT_VALID' | 'PUSH_TOO_MANY'> {}
