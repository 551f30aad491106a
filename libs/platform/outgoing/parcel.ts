import type { Transaction } from '../database/transaction.ts';

export type OutgoingChannel = 'MAIL' | 'TEXT' | 'PUSH';

/** One that a worker of ours has claimed. */
export interface Parcel {
  readonly id: string;
  readonly template: string;
  readonly subject: string;
  readonly grouped: boolean;
  readonly tries: number;
  readonly claimedBy: string;
}

export interface Outcome {
  subject: string;
  outgoingId: string;
  outcome: 'SENT' | 'DEAD' | 'BOUNCED';
  /** Why; `SENT` with `UNSURE`: a worker died between handing it over and the answer, so it has almost surely left. */
  code: string | null;
}

/** What writes the messages of one kind. */
export interface Template<Message> {
  /**
   * At the moment of sending, for several subjects at once, each once, in one transaction: links are minted here, and addresses looked up.
   * A subject that is left out is not wanted any more.
   */
  write(tx: Transaction, subjects: readonly string[], base: string): Promise<ReadonlyMap<string, Message>>;
  /** In the transaction that records what became of them. */
  settled?(tx: Transaction, outcomes: readonly Outcome[]): Promise<void>;
  /** Whom they are for, in words for those who watch what leaves: an organization, a person of ours. Never an address. */
  named?(tx: Transaction, subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What came of carrying one. */
export type Verdict =
  | { readonly came: 'SENT' }
  /** Refused for now: it alone waits, and has a try less. */
  | { readonly came: 'LATER'; readonly code: string }
  /** Refused for ever. */
  | { readonly came: 'NEVER'; readonly code: string }
  /** It was handed over and no answer came: the same one again, soon. The lane may have failed as well. */
  | { readonly came: 'CUT'; readonly code: string; readonly lane: boolean }
  /** Nothing was wrong with it: what lies behind the channel is away. */
  | { readonly came: 'AWAY'; readonly code: string }
  /** Not begun. */
  | { readonly came: 'BACK' }
  /** Held, withdrawn or taken by another meanwhile: not ours to settle. */
  | { readonly came: 'LOST' };

/** Why something is not sent: a code, since nothing that is kept or logged of it may hold an address. */
export class NotSent extends Error {
  constructor(readonly code: string) {
    super(`Not sent: ${code}`);
  }
}

/** How a carrier says that a message leaves: both, one after the other, and it leaves only if both say true. */
export interface Handing {
  /** Records it, so that no other sends it. */
  record(): Promise<boolean>;
  /** Notes it, at the very moment: what follows is the last word. */
  lastWord(): boolean;
}

/** What brings the messages of a channel to those who deliver them. */
export interface Carrier<Message = unknown> {
  readonly channel: OutgoingChannel;
  /** How many are carried at once. */
  readonly width: number;
  /** How many may leave in a minute, by all workers together. */
  readonly perMinute: number;
  /** The address that links begin with; null while the hub starts; throws `NotSent` while something that it needs is not set. */
  base(): string | null;
  carry(parcel: Parcel, message: Message, handing: Handing): Promise<Verdict>;
  /** The hub ends: what is on its way has a moment, what is not stays. */
  close(): Promise<void>;
}

export function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,100}$/.test(code) ? code : 'UNKNOWN';
}
