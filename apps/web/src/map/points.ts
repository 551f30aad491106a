import Supercluster from 'supercluster';
import { states, type State } from '../ui/tokens.mjs';

/** A service where it stands; several places of one service are several points. */
export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly state: State;
  readonly stale: boolean;
  readonly contradicted?: boolean;
  /** The code of its former town. */
  readonly territory: string | null;
}

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** How many of each state, and how many of all are no longer sure. */
export interface Mix {
  readonly counts: Readonly<Record<State, number>>;
  readonly stale: number;
  readonly total: number;
}

export interface Group extends Mix {
  readonly key: string;
  readonly longitude: number;
  readonly latitude: number;
  /** A former town; null for what only stands close together. */
  readonly town: Town | null;
  /** Of what is too close to tell apart on the screen: how far in it comes apart. */
  readonly opensAt: number | null;
}

export type Shown = { readonly kind: 'group'; readonly group: Group } | { readonly kind: 'point'; readonly point: MapPoint };

export const TOWNS_BELOW = 12;
export const NAMES_FROM = 14;
const NEAR = 34; // px

export function mixOf(points: Iterable<Pick<MapPoint, 'state' | 'stale'>>): Mix {
  const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>;
  let [stale, total] = [0, 0];
  for (const point of points) {
    counts[point.state] += 1;
    total += 1;
    if (point.stale) stale += 1;
  }
  return { counts, stale, total };
}

/** One group a former town, where it has any; what lies in none is told apart. */
export function townsOf(points: readonly MapPoint[], towns: readonly Town[]): Shown[] {
  const within = Map.groupBy(points, ({ territory }) => territory);
  return towns.flatMap(town => {
    const held = within.get(town.code);
    if (!held) return [];
    const { longitude, latitude } = town;
    return [{ kind: 'group' as const, group: { ...mixOf(held), key: town.code, longitude, latitude, town, opensAt: null } }];
  });
}

type Counted = { counts: Record<State, number>; stale: number };
export type Index = Supercluster<{ point: MapPoint }, Counted>;

/** Ready to be asked what is seen where. */
export function indexOf(points: readonly MapPoint[]): Index {
  const index: Index = new Supercluster({
    radius: NEAR,
    extent: 256,
    maxZoom: 17,
    map: ({ point }) => ({ counts: { ...mixOf([point]).counts }, stale: point.stale ? 1 : 0 }),
    reduce: (sum, one) => {
      sum.counts = { ...sum.counts };
      for (const state of states) sum.counts[state] += one.counts[state];
      sum.stale += one.stale;
    },
  });
  return index.load(
    points.map(point => ({
      type: 'Feature',
      properties: { point },
      geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    })),
  );
}

/** What a window onto the map shows at a zoom. */
export function seenIn(index: Index, bounds: [west: number, south: number, east: number, north: number], zoom: number): Shown[] {
  return index.getClusters(bounds, Math.floor(zoom)).map(({ properties, geometry }) => {
    if (!('cluster_id' in properties)) return { kind: 'point', point: properties.point };
    const [longitude, latitude] = geometry.coordinates as [number, number];
    const { cluster_id: id, point_count: total, counts, stale } = properties;
    const opensAt = index.getClusterExpansionZoom(id);
    return { kind: 'group', group: { key: `c${id}`, longitude, latitude, town: null, counts, stale, total, opensAt } };
  });
}
