import { inspect } from 'node:util';

const REDACTED = '[redacted]';

/** Something about a person, in clear. It shows itself to nobody: not to a log, not in an answer that somebody forgot to shape. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** For who may read it, where it is used. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
