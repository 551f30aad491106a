import type { Actor, Position } from '#libs/kernel';

export interface Versioned {
  readonly v: number;
}

/** A fact that a command announces. */
export interface Announcement<P extends Versioned = Versioned> {
  readonly kind: string;
  /** The id of what it happened to. */
  readonly subject: string;
  readonly payload: P;
}

/** A fact in the log. */
export interface Logged<P extends Versioned = Versioned> extends Announcement<P> {
  readonly position: Position;
  readonly occurredAt: Date;
}

type Upcast = (older: never) => Versioned;

/** A kind of fact: its name, who may know of one, and how each older version is read as the present one. */
export interface EventKind<P extends Versioned> {
  readonly kind: string;
  of(subject: string, payload: P): Announcement<P>;
  /** In memory, for every event and reader: no query here. */
  seenBy(payload: P, actor: Actor): boolean;
  read(payload: Versioned): P;
}

const kinds = new Map<string, EventKind<Versioned>>();

/** `upcasts[1]` reads a payload of version 1 as one of version 2, and so on. */
export function defineEvent<P extends Versioned>(
  kind: string,
  seenBy: (payload: P, actor: Actor) => boolean,
  upcasts: Record<number, Upcast> = {},
): EventKind<P> {
  const defined: EventKind<P> = {
    kind,
    seenBy,
    of: (subject, payload) => ({ kind, subject, payload }),
    read(payload) {
      let present = payload;
      for (let upcast = upcasts[present.v]; upcast; upcast = upcasts[present.v]) present = upcast(present as never); // each takes its own version
      return present as P; // the last upcast makes the present version
    },
  };
  if (kinds.has(kind)) throw new Error(`Two events are called ${kind}.`);
  kinds.set(kind, defined as EventKind<Versioned>);
  return defined;
}

export const kindOf = (name: string): EventKind<Versioned> | undefined => kinds.get(name);
