import { type Boundary, holds } from './boundary.ts';
import type { TerritoryFact } from './territory-of-place.ts';

const NEAR = 0.02; // degrees: hearts are approximate

/**
 * Whether a boundary of this territory's name is its own: it holds most of what lies in the territory, or comes near its heart.
 * The Québec that is a city is not the province, and there is more than one Sainte-Rose.
 */
export function isDrawnWhereItLies(boundary: Boundary, code: string, territories: readonly TerritoryFact[]): boolean {
  const below = inside(code, territories);
  const held = below.filter(({ latitude, longitude }) => holds(boundary, latitude, longitude));
  if (below.length > 0) return held.length * 2 > below.length;
  const heart = territories.find(territory => territory.code === code);
  const positions = (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates).flat(2);
  const reaches = (at: number, axis: 0 | 1) =>
    positions.some(position => position[axis] <= at + NEAR) && positions.some(position => position[axis] >= at - NEAR);
  return heart !== undefined && reaches(heart.longitude, 0) && reaches(heart.latitude, 1);
}

const inside = (code: string, territories: readonly TerritoryFact[]): TerritoryFact[] =>
  territories.filter(({ parent }) => parent === code).flatMap(territory => [territory, ...inside(territory.code, territories)]);
