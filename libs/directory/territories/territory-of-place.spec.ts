import { expect, test } from '@jest/globals';
import type { Boundary } from './boundary.ts';
import { settled, type TerritoryFact, territoryOf } from './territory-of-place.ts';

const territory = (code: string, kind: string, parent: string | null, latitude: number, longitude: number): TerritoryFact => ({
  code,
  kind,
  parent,
  names: [code],
  latitude,
  longitude,
});
const territories = [
  territory('laval', 'MUNICIPALITY', null, 45.58, -73.75),
  territory('chomedey', 'NEIGHBOURHOOD', 'laval', 45.541, -73.745),
  territory('laval-ouest', 'NEIGHBOURHOOD', 'laval', 45.548, -73.885),
  territory('vimont', 'NEIGHBOURHOOD', 'laval', 45.605, -73.726),
];
const frame = { west: -73.91, south: 45.5, east: -73.51, north: 45.71 };
const near = (latitude: number, longitude: number, ...words: string[]) => territoryOf({ words, latitude, longitude }, territories, frame);

test.each([
  ['the neighbourhood that the address names, wherever the point is', near(45.6, -73.72, 'chomedey'), 'chomedey'],
  ['a neighbourhood named beside its city', near(45.6, -73.72, 'laval (chomedey)'), 'chomedey'],
  ['a neighbourhood whose name begins like its city', near(45.6, -73.72, 'laval-ouest'), 'laval-ouest'],
  ['the nearest heart where the address names the city', near(45.6, -73.72, 'laval'), 'vimont'],
  ['the nearest heart where the address names nothing', near(45.55, -73.88), 'laval-ouest'],
  ['the city where the point lies elsewhere', near(46.8, -71.2, 'laval'), 'laval'],
  ['the city where there is no point', territoryOf({ words: ['laval'] }, territories, frame), 'laval'],
  ['none where another city is named, near as it may be', near(45.541, -73.745, 'montreal'), null],
  ['none where nothing is known', territoryOf({ words: [] }, territories, frame), null],
])('%s', (_, found, expected) => expect(found).toBe(expected));

const box = (west: number, south: number, east: number, north: number): Boundary => ({
  type: 'Polygon',
  coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // prettier-ignore
});
const drawn = (boundaries: Record<string, Boundary>) => territories.map(each => ({ ...each, boundary: boundaries[each.code] ?? null }));
const laval = box(-73.91, 45.5, -73.6, 45.7);
const vimont = box(-73.74, 45.6, -73.7, 45.62);

test.each<[string, string | null, string | null]>([
  ['the neighbourhood whose boundary holds it, whatever the address says', at({ laval, vimont }, 45.605, -73.72, 'chomedey'), 'vimont'],
  ['not the one that is named and ends before it', at({ laval, vimont }, 45.541, -73.745, 'vimont'), 'chomedey'],
  ['one without a boundary, named', at({ laval, vimont }, 45.59, -73.745, 'laval-ouest'), 'laval-ouest'],
  ['the city that holds it, though another is named', at({ laval }, 45.541, -73.745, 'montreal'), 'chomedey'],
  ['none beyond the city’s boundary, near as it may be', at({ laval }, 45.541, -73.55, 'laval'), null],
  ['none beyond it, in the frame and unnamed', at({ laval }, 45.605, -73.55), null],
])('by boundaries: %s', (_, found, expected) => expect(found).toBe(expected));

function at(boundaries: Record<string, Boundary>, latitude: number, longitude: number, ...words: string[]) {
  return territoryOf({ words, latitude, longitude }, drawn(boundaries), frame);
}

test.each<[string, string | null, string | null]>([
  ['what no boundary speaks of', still('chomedey', {}, 45.605, -73.72), 'chomedey'],
  ['what lies in the city that holds it', still('chomedey', { laval }, 45.605, -73.72), 'chomedey'],
  ['not what ends before it', still('chomedey', { laval, chomedey: box(-73.76, 45.53, -73.74, 45.55) }, 45.605, -73.72), 'vimont'],
  ['not the city where a neighbourhood holds it', still('laval', { laval, vimont }, 45.605, -73.72), 'vimont'],
  ['nothing where it had none and a boundary holds it', still(null, { laval }, 45.605, -73.72), 'vimont'],
  ['none beyond the city’s boundary', still('chomedey', { laval }, 45.541, -73.55), null],
])('once it has one, a place keeps %s', (_, found, expected) => expect(found).toBe(expected));

function still(code: string | null, boundaries: Record<string, Boundary>, latitude: number, longitude: number) {
  return settled(code, { words: ['laval'], latitude, longitude }, drawn(boundaries), frame);
}
