import { type Said, surenessAt } from '../../ui/sureness.ts';

export const groups = ['CONFIRMED', 'TO_VERIFY', 'NOT_TAKING'] as const;
export type Group = (typeof groups)[number];

/** Open and sure of it; open but to be confirmed first; taking nobody. */
export function groupOf(status: Said, now: number): Group {
  if (!['OPEN', 'LIMITED', 'RELOCATED'].includes(status.state))
    return status.state !== 'CLOSED' && status.state !== 'UNKNOWN' && surenessAt(status, now) === 'STALE' ? 'TO_VERIFY' : 'NOT_TAKING';
  return surenessAt(status, now) === 'STALE' ? 'TO_VERIFY' : 'CONFIRMED';
}

export type Row<S> = { service: S; group: Group; digit: number | null };
type Held = ReadonlyMap<string, { group: Group; digit: number | null }>;

/**
 * Rows as they stand: a row in hand stays where it was until it is let go, and a digit once given is its row's until the list is read
 * anew: a key never means another service than the one seen beside it.
 */
export function placed<S extends { id: string; status: Said }>(
  services: readonly S[],
  before: Held,
  inHand: ReadonlySet<string>,
  now: number,
): Row<S>[] {
  const rows = services.map(service => {
    const was = before.get(service.id);
    return { service, group: was && inHand.has(service.id) ? was.group : groupOf(service.status, now), digit: was?.digit ?? null };
  });
  const inOrder = groups.flatMap(group => rows.filter(row => row.group === group));
  const taken = new Set(rows.flatMap(({ digit }) => digit ?? []));
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(digit => !taken.has(digit));
  return inOrder.map(row => (row.digit === null && row.group !== 'NOT_TAKING' ? { ...row, digit: free.shift() ?? null } : row));
}
