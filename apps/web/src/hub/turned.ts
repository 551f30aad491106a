import type { SayableServiceFragment } from './gql/graphql.ts';

type Status = SayableServiceFragment['status'];
type Turning = { status: Status; statusByLocation?: readonly { status: Status }[] };

const isDue = ({ planned }: Status, now: number) => planned != null && Date.parse(planned.takesOverAt) <= now;
const statusesOf = ({ status, statusByLocation = [] }: Turning) => [status, ...statusByLocation.map(place => place.status)];

/** When the first of its plans takes over; null without one. */
export function turnsAt(service: Turning): number | null {
  const instants = statusesOf(service).flatMap(({ planned }) => (planned ? [Date.parse(planned.takesOverAt)] : []));
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** A plan's time has come, and it is still told as a plan. */
export const isToTurn = (service: Turning, now: number): boolean => statusesOf(service).some(status => isDue(status, now));

/** What holds once its plan has taken over, as well as it can be known here: it ages as the word before it did. */
export function turned(status: Status, now: number): Status {
  const { planned } = status;
  if (!planned || !isDue(status, now)) return status;
  const from = Date.parse(planned.takesOverAt);
  const spoken = Date.parse(status.confirmedAt ?? status.observedAt ?? '');
  const asLong = (at: string | null | undefined) => new Date(from + (Math.max(0, Date.parse(at ?? '') - spoken) || 0)).toISOString();
  return {
    ...status,
    state: planned.state,
    since: planned.takesOverAt,
    observedAt: planned.takesOverAt,
    confirmedAt: null,
    goodUntil: null,
    freshness: 'FRESH',
    agingAt: asLong(status.agingAt),
    staleAt: asLong(status.staleAt),
    source: null,
    contradicted: false,
    note: planned.note ?? null,
    replacement: null,
    capacity: null,
    planned: null,
  };
}
