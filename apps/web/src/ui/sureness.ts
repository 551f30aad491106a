import type { State } from './tokens.mjs';

export type Text = { fr?: string | null; en?: string | null };
export type Freshness = 'FRESH' | 'AGING' | 'STALE';

/** What is drawn of a status; the hub's answer has it all. */
export type Said = {
  state: State;
  observedAt?: string | null;
  confirmedAt?: string | null;
  goodUntil?: string | null;
  freshness?: Freshness | null;
  agingAt?: string | null;
  staleAt?: string | null;
  source?: string | null;
  contradicted?: boolean;
  mixed?: boolean;
  note?: Text | null;
  capacity?: { available: number; total?: number | null; unit: Text; asOf: string; agesAt?: string | null } | null;
  replacement?: { id: string; name: Text } | null;
  planned?: { state: State; takesOverAt: string; note?: Text | null } | null;
};

const passed = (at: string | null | undefined, now: number) => at != null && Date.parse(at) <= now;

/** Gone for good and never said have no age that matters. */
const ageless = (state: State) => state === 'CLOSED' || state === 'UNKNOWN';

/** The end that was given has come: neither full nor open, to be said anew. */
export const isPast = ({ state, goodUntil }: Said, now: number): boolean => !ageless(state) && passed(goodUntil, now);

/** How sure we are now: a screen that stays open turns by itself, at the instants the hub gave. */
export function surenessAt(said: Said, now: number): Freshness {
  if (ageless(said.state)) return 'FRESH';
  if (passed(said.staleAt, now) || isPast(said, now)) return 'STALE';
  if (passed(said.agingAt, now)) return said.freshness === 'STALE' && !said.staleAt ? 'STALE' : 'AGING';
  if (said.staleAt || said.agingAt) return 'FRESH';
  return said.freshness ?? 'FRESH';
}

/** A count ages on its own, whatever its word does. */
export const countIsOld = ({ capacity }: Said, now: number): boolean => passed(capacity?.agesAt, now);

/** The last word: said, or said again. */
export function lastWord({ observedAt, confirmedAt }: Said): { at: string; again: boolean } | null {
  if (confirmedAt && (!observedAt || Date.parse(confirmedAt) > Date.parse(observedAt))) return { at: confirmedAt, again: true };
  return observedAt ? { at: observedAt, again: false } : null;
}
