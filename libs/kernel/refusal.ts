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
}
