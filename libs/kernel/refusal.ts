export type RefusalParams = Record<string, string | number>;

/**
 * Why a command did not happen: a member of the operation's result union, named as its class.
 * `code` finds its words in the room's `words.*.json` under `refusals`; `field` is the place in the input; `params` fill the words.
 */
export abstract class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly field: string | null = null,
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.name = new.target.name;
  }

  /** The same, where the input is a part of a larger one. */
  of(place: string): Refusal<Code> {
    const own = this.constructor as new (code: Code, field: string | null, params: RefusalParams) => Refusal<Code>; // as each is made
    return new own(this.code, this.field === null ? place : `${place}.${this.field}`, this.params);
  }
}
