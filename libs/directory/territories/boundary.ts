import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';

type Position = [longitude: number, latitude: number];

/** As GeoJSON has it: each polygon a ring around it, then its holes. */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] };

export type BoundaryFault = 'BOUNDARY_NOT_A_POLYGON' | 'BOUNDARY_NOT_CLOSED' | 'BOUNDARY_OUT_OF_RANGE' | 'BOUNDARY_TOO_LONG';

const MOST_POSITIONS = 200_000;

export const holds = (boundary: Boundary, latitude: number, longitude: number): boolean =>
  booleanPointInPolygon([longitude, latitude], boundary);

/** What is drawn, in WGS 84 and with heights left out; or why it is not a boundary. */
export function boundaryFrom(geometry: unknown): Boundary | BoundaryFault {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!isList(parts) || parts.length === 0) return 'BOUNDARY_NOT_A_POLYGON';
  const drawn: Position[][][] = [];
  for (const part of parts) {
    if (!isList(part) || part.length === 0) return 'BOUNDARY_NOT_A_POLYGON';
    const rings = part.map(ringFrom);
    const fault = rings.find(ring => typeof ring === 'string');
    if (fault) return fault;
    drawn.push(rings as Position[][]); // none is a fault
  }
  if (drawn.flat(2).length > MOST_POSITIONS) return 'BOUNDARY_TOO_LONG';
  return type === 'Polygon' ? { type, coordinates: drawn[0]! } : { type: 'MultiPolygon', coordinates: drawn };
}

function ringFrom(ring: unknown): Position[] | BoundaryFault {
  if (!isList(ring)) return 'BOUNDARY_NOT_A_POLYGON';
  const positions: Position[] = [];
  for (const position of ring) {
    const [longitude, latitude] = isList(position) ? position : [];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'BOUNDARY_NOT_A_POLYGON';
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return 'BOUNDARY_OUT_OF_RANGE';
    positions.push([longitude, latitude]);
  }
  const [first, last] = [positions[0], positions.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  return isClosed && new Set(positions.map(String)).size >= 3 ? positions : 'BOUNDARY_NOT_CLOSED';
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
