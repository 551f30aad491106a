import { Refusal } from '#libs/kernel';

/** What the demonstration does, it does in a database of its own. */
export class NotADemonstration extends Refusal<'NOT_A_DEMONSTRATION' | 'DIRECTORY_OF_OTHERS'> {}
