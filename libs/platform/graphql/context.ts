import type { Actor, Language, Position } from '#libs/kernel';

/** What a resolver knows of the request it serves. Over a socket `actor` is replaced when what it may do changes. */
export interface RequestContext {
  actor: Actor;
  readonly language: Language;
  /** Said to the caller with a masked error, and found in the log. */
  readonly requestId: string;
  readonly transport: 'http' | 'socket';
  /** The caller's address, for limits only; never logged with what was asked. */
  readonly address: string;
  /** The credential that the request came with, if any: for sign-out. */
  readonly credential: Credential | null;
  /** Where the log stood before the operation began, if it asks. */
  readonly position?: Position;
  /** Of a subscription: how far in the log its reader has been told. */
  reached?: Position;
  /** Over HTTP: the session cookie to set (null clears it). One that is lasting is kept when the browser is closed. */
  setSession?(secret: string | null, how?: { lasting?: boolean }): void;
}

/** What a caller shows: a session's cookie or a bearer token, as sent. */
export interface Credential {
  readonly kind: 'session' | 'token';
  readonly secret: string;
}

/** Who shows this credential; null when it has ended. `credentialId` names it without revealing it, to re-check sockets. */
export interface Recognized {
  readonly credentialId: string;
  readonly accountId: string;
  readonly actor: Actor;
}

/** Implemented by identity, asked by the door: platform does not know what an account is. */
export abstract class Recognition {
  abstract anonymous(): Actor;
  abstract recognize(credential: Credential): Promise<Recognized | null>;
  /** The same for many at once, in one query; those that have ended are absent. */
  abstract recheck(credentialIds: readonly string[]): Promise<Map<string, Recognized>>;
}

/** Rings when a session, a token, a membership or a role may have ended; the payload is an account's id or empty. */
export const ACCESS_CHANNEL = 'fanal_access';
