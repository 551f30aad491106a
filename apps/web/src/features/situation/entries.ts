import type { SituationChangedSubscription, SituationQuery } from '../../hub/gql/graphql.ts';

export type Change = SituationChangedSubscription['serviceStatusChanged'];
export type Entry = Pick<
  SituationQuery['timeline'][number],
  'position' | 'occurredAt' | 'previousState' | 'state' | 'source' | 'service' | 'location'
> & { what: 'changed' | 'again' | 'otherwise' };

const MOST = 80;

const whatOf = (kind: string, previous: string, state: string): Entry['what'] =>
  kind.includes('contradict') ? 'otherwise' : previous === state ? 'again' : 'changed';

const readOf = (entry: SituationQuery['timeline'][number]): Entry => ({
  ...entry,
  what: whatOf(entry.kind, entry.previousState, entry.state),
});

/** A change of the mark alone says nothing new of the state. */
export const changeOf = ({ position, occurredAt, previousState, service, location, status }: Change): Entry => ({
  position,
  occurredAt,
  previousState,
  state: status.state,
  source: status.source ?? null,
  service,
  location: location ?? null,
  what: previousState !== status.state ? 'changed' : status.contradicted && status.confirmedAt !== occurredAt ? 'otherwise' : 'again',
});

/** The last first, each once. */
export function entriesOf(read: SituationQuery['timeline'], changes: readonly Change[]): Entry[] {
  const all = new Map([...read.map(readOf), ...changes.map(changeOf)].map(entry => [`${entry.position} ${entry.service.id}`, entry]));
  return [...all.values()].sort((one, other) => (one.position < other.position ? 1 : -1)).slice(0, MOST);
}
