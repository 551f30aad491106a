import type { ApolloCache, TypedDocumentNode } from '@apollo/client';

export type Refusal = {
  code: string;
  message: string;
  field?: string | null;
  /** The hub failed: the act may have been taken all the same. */
  unsure?: boolean;
};

/** Something a person did here, kept until the hub has answered. Keys are UUIDs v7: in their order, acts are in order of time. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a queue holds acts of every kind; each kind knows its own input
export type Act<Input = any> = {
  key: string;
  kind: string;
  /** Whose act it is: nobody else sends it. */
  account: string;
  input: Input;
  /** The tap's instant, by the hub's clock as well as this page knew it. */
  actedAt: string;
  /** The tap by this device's clock, where the page did not know the hub's: put right before it is sent. */
  tappedAt?: number;
  /** This device could not keep it: it is lost with the page. */
  fleeting?: boolean;
  /** It may have reached the hub: it can be corrected, no longer cancelled. */
  tried?: boolean;
  refusal?: Refusal;
};

export type Answer = { __typename: string } & Partial<Refusal>;
/** The hub has tried, and does not know what came of it. */
export type Failed = { failed: Refusal };
export type Answered = { act: Act; answer: Answer; at: number };

export type Sent<Input> = Input & { observedAt: string; idempotencyKey: string };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export type ActKind<Input = any> = {
  mutation: TypedDocumentNode<{ answer: unknown }, { input: Sent<Input> }>;
  /** How the hub is told of the tap, where `observedAt` says what was seen. */
  dated?(actedAt: string): object;
  /** Its input as it is, with a key and instants of its own. */
  whole?: true;
  /** Writes what the world will look like when the hub has agreed. */
  show(cache: ApolloCache, act: Act<Input>): void;
};

export const isRefusal = (answer: Answer): answer is Answer & Refusal => typeof answer.code === 'string';
