import type { Refusal } from '../hub/act.ts';
import type { ServiceState } from '../hub/gql/graphql.ts';
import { isPast, type Said } from '../ui/sureness.ts';
import type { Report } from './acts.ts';
import type { Sayable } from './sayable.ts';

/** A report being written: nobody may have said a state before. */
export type Draft = Omit<Report, 'state'> & { state: ServiceState | null };

/** It begins as what is said now, without what no longer holds. */
export function draftOf(serviceId: string, locationId: string | null, status: Said, now: number): Draft {
  const holds = status.goodUntil != null && Date.parse(status.goodUntil) > now;
  const { capacity, note } = status;
  return {
    serviceId,
    locationId,
    state: status.state === 'UNKNOWN' ? null : status.state,
    goodUntil: holds ? status.goodUntil : null,
    note: note ? { fr: note.fr, en: note.en } : null,
    capacity: capacity ? { available: capacity.available, total: capacity.total } : null,
    replacementServiceId: status.replacement?.id ?? null,
    effectiveFrom: null,
  };
}

/** The organization said so on the telephone, to whoever writes it. */
export const heardFrom = (heard = false): Pick<Report, 'heardFrom'> => (heard ? { heardFrom: { channel: 'TELEPHONE' } } : {});

export const same = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was begun before, without what can no longer be said: a place that is gone, an instant that has passed. */
export function resumed(draft: Draft, placeIds: readonly string[], now: number): Draft {
  const ahead = (at: string | null | undefined) => (at && Date.parse(at) > now ? at : null);
  return {
    ...draft,
    locationId: draft.locationId && placeIds.includes(draft.locationId) ? draft.locationId : null,
    goodUntil: ahead(draft.goodUntil),
    effectiveFrom: ahead(draft.effectiveFrom),
    observedAt: draft.observedAt || undefined,
  };
}

/** Where nothing is given out, nothing is left to count. */
export const counts = (state: ServiceState) => state !== 'SUSPENDED' && state !== 'CLOSED';

/** Another state is another word: its end and its note are not the last one's; full has nothing left, and what was none is counted anew. */
export function inState(draft: Draft, state: ServiceState, about: Said): Draft {
  if (state === draft.state) return draft;
  const { capacity } = draft.capacity?.unit ? draft : about; // a count begun here stays
  const available = state === 'FULL' ? 0 : capacity?.available || null;
  const left = capacity && counts(state) && available !== null ? { ...unitOf(draft), available, total: capacity.total } : null;
  return {
    ...draft,
    state,
    goodUntil: null,
    note: null,
    capacity: left,
    replacementServiceId: elsewhere(state) ? draft.replacementServiceId : null,
  };
}

const unitOf = ({ capacity }: Draft) => (capacity?.unit ? { unit: capacity.unit } : {});

/** Whoever comes is to be sent elsewhere. */
export const elsewhere = (state: ServiceState) => state !== 'OPEN' && state !== 'LIMITED';

/** The word that holds, said anew: where that is one word, of which nothing is to be counted or dated first. */
export function againFor({ id, status, statusByLocation = [] }: Sayable, now: number): Report | null {
  const plain = status.state !== 'UNKNOWN' && status.state !== 'CLOSED' && !status.mixed && !status.capacity && !isPast(status, now);
  const ofPlaces = statusByLocation.some(place => place.status.observedAt !== status.observedAt);
  return plain && !ofPlaces ? { ...draftOf(id, null, status, now), state: status.state } : null;
}

/** The word that holds, said again for the instant at which another was planned: the plan is taken back. */
export function withoutPlan(serviceId: string, locationId: string | null, status: Said): Report | null {
  const { planned, goodUntil } = status;
  if (!planned || status.state === 'UNKNOWN') return null;
  const { state: _, ...word } = draftOf(serviceId, locationId, status, 0);
  const stillGood = goodUntil && Date.parse(goodUntil) > Date.parse(planned.takesOverAt);
  return { ...word, state: status.state, goodUntil: stillGood ? goodUntil : null, effectiveFrom: planned.takesOverAt };
}

const fields = ['state', 'goodUntil', 'capacity', 'note', 'locationId', 'replacementServiceId', 'effectiveFrom', 'observedAt'] as const;

/** Beside which question a refusal is said; `capacity.available` is the capacity's. */
export const fieldOf = ({ field }: Pick<Refusal, 'field'>): (typeof fields)[number] =>
  fields.find(name => field === name || field?.startsWith(`${name}.`)) ?? 'state';
