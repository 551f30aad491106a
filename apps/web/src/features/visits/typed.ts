import type { ServiceState } from '../../hub/gql/graphql.ts';
import type { VisitedService } from './use-visited.ts';

/** What the sheet says of one service; nothing ticked says nothing of it. */
export interface Typed {
  state: ServiceState | '' | 'SAME';
  until: string | null;
  left: string;
  note: string;
}
export const blank: Typed = { state: '', until: null, left: '', note: '' };

export type Fault = 'WHEN' | 'NOTHING' | 'LEFT' | 'UNTIL';
export interface Written {
  at: string | null;
  services: Record<string, Typed>;
}

/** What cannot be sent, and of which service; the first alone, where the eye is led. */
export function faultIn(
  { at, services }: Written,
  known: readonly VisitedService[],
  now: number,
): { fault: Fault; serviceId?: string } | null {
  if (!at || Date.parse(at) > now) return { fault: 'WHEN' };
  const said = known.flatMap(({ id }) => (services[id]?.state ? [{ serviceId: id, ...services[id] }] : []));
  if (said.length === 0) return { fault: 'NOTHING' };
  const wrongCount = said.find(({ left }) => left.trim() !== '' && !/^\d{1,6}$/.test(left.trim()));
  if (wrongCount) return { fault: 'LEFT', serviceId: wrongCount.serviceId };
  const wrongEnd = said.find(({ until }) => until !== null && Date.parse(until) <= Date.parse(at));
  return wrongEnd ? { fault: 'UNTIL', serviceId: wrongEnd.serviceId } : null;
}

/** As the hub takes it: a word of that hour, heard on the spot. Unchanged is the state that was known, said again. */
export function reportOf(service: VisitedService, typed: Typed, at: string, language: 'fr' | 'en') {
  const state = typed.state === 'SAME' ? service.status.state : typed.state;
  if (state === '' || state === 'UNKNOWN') return null;
  const left = typed.left.trim();
  return {
    serviceId: service.id,
    state,
    note: typed.note.trim() ? { [language]: typed.note.trim() } : null,
    goodUntil: typed.until,
    capacity: left === '' ? null : { available: Number(left), total: totalOf(service, Number(left)) },
    observedAt: at,
    heardFrom: { channel: 'VISIT' },
  };
}

const totalOf = ({ status: { capacity } }: VisitedService, left: number): number | null =>
  capacity?.total == null ? null : Math.max(capacity.total, left);
