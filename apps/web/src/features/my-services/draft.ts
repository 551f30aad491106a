import type { Refusal } from '../../hub/act.ts';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import type { Said } from '../../ui/sureness.ts';
import type { Report } from './acts.ts';

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
  };
}

/** Where nothing is given out, nothing is left to count. */
const counts = (state: ServiceState) => state !== 'SUSPENDED' && state !== 'CLOSED';

/** Another state is another word: its end and its note are not the last one's; full has nothing left. */
export function inState(draft: Draft, state: ServiceState, about: Said): Draft {
  if (state === draft.state) return draft;
  const { capacity } = about;
  const left = capacity && counts(state) ? { available: state === 'FULL' ? 0 : capacity.available, total: capacity.total } : null;
  return { ...draft, state, goodUntil: null, note: null, capacity: left };
}

const fields = ['state', 'goodUntil', 'capacity', 'note', 'locationId'] as const;

/** Beside which question a refusal is said; `capacity.available` is the capacity's. */
export const fieldOf = ({ field }: Pick<Refusal, 'field'>): (typeof fields)[number] =>
  fields.find(name => field === name || field?.startsWith(`${name}.`)) ?? 'state';
