import { type State, states } from '../../ui/tokens.mjs';

/** A place of a service, and how the service as a whole stands. A service without a place is one without a point. */
export interface Held {
  readonly id: string;
  readonly locationId: string | null;
  readonly territoryCode: string | null;
  readonly state: State;
  readonly stale: boolean;
  readonly contradicted: boolean;
  readonly serviceState: State;
  readonly serviceStale: boolean;
}

/** Sure of a state; or no longer sure. Each service is in one of them. */
export type Bucket = State | 'TO_CONFIRM';
export const buckets: readonly Bucket[] = [...states, 'TO_CONFIRM'];
export const bucketOf = ({ serviceState, serviceStale }: Pick<Held, 'serviceState' | 'serviceStale'>): Bucket =>
  serviceStale ? 'TO_CONFIRM' : serviceState;

export interface Standing {
  readonly state: State;
  readonly stale: boolean;
}

/** How a service stands now, and where a place of it differs. */
export interface News extends Standing {
  readonly id: string;
  readonly contradicted: boolean;
  readonly places: ReadonlyMap<string, Standing>;
}

/** The same places, as the news say they stand; of a service that is not among them, nothing changes. */
export function told<H extends Held>(held: readonly H[], news: readonly News[]): readonly H[] {
  const last = new Map(news.map(each => [each.id, each]));
  if (last.size === 0) return held;
  return held.map(one => {
    const said = last.get(one.id);
    if (!said) return one;
    const { state, stale } = (one.locationId !== null && said.places.get(one.locationId)) || said;
    return { ...one, state, stale, contradicted: said.contradicted, serviceState: said.state, serviceStale: said.stale };
  });
}

export interface Figures {
  /** Of all that the address asks for but the states, by bucket; their sum is all of it. */
  readonly n: Readonly<Record<Bucket, number>>;
  /** Of those to confirm: what they said last. */
  readonly stale: Readonly<Record<State, number>>;
  readonly all: number;
  /** Those of the chosen buckets. */
  readonly selected: number;
  readonly contradicted: number;
}

/** Each service once, however many places it has. */
export const servicesOf = <H extends Held>(held: readonly H[]): H[] => [...new Map(held.map(one => [one.id, one])).values()];

export const within = <H extends Held>(held: readonly H[], chosen: readonly Bucket[]): readonly H[] =>
  chosen.length === 0 ? held : held.filter(one => chosen.includes(bucketOf(one)));

export function figuresOf(held: readonly Held[], chosen: readonly Bucket[]): Figures {
  const services = servicesOf(held);
  const n = Object.fromEntries(buckets.map(bucket => [bucket, 0])) as Record<Bucket, number>;
  const stale = Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>;
  for (const service of services) {
    n[bucketOf(service)] += 1;
    if (service.serviceStale) stale[service.serviceState] += 1;
  }
  const selected = within(services, chosen);
  return { n, stale, all: services.length, selected: selected.length, contradicted: selected.filter(one => one.contradicted).length };
}

/** Nobody is sure of it: no longer, or nothing was ever said. */
export const isSilent = (one: Pick<Held, 'serviceState' | 'serviceStale'>): boolean => one.serviceStale || one.serviceState === 'UNKNOWN';

/** How many are silent, by former town, the most first; one in two towns counts in both. Null, the last: in none. */
export function silenceOf(held: readonly Held[]): { code: string | null; n: number }[] {
  const towns = new Map<string | null, Set<string>>();
  for (const one of held.filter(isSilent)) {
    const found = towns.get(one.territoryCode) ?? new Set();
    towns.set(one.territoryCode, found.add(one.id));
  }
  return [...towns]
    .map(([code, ids]) => ({ code, n: ids.size }))
    .sort((one, other) => Number(one.code === null) - Number(other.code === null) || other.n - one.n);
}

type Then = { readonly total: number; readonly counts: readonly { state: State; n: number; changedSinceYesterday: number }[] };

/** What stood in each bucket a day ago. */
export function yesterdayOf({ total, counts }: Then): Record<Bucket, number> {
  const then = Object.fromEntries(counts.map(({ state, n, changedSinceYesterday }) => [state, n - changedSinceYesterday]));
  const sure = Object.values(then).reduce((sum, n) => sum + n, 0);
  return { ...then, TO_CONFIRM: total - sure } as Record<Bucket, number>;
}
