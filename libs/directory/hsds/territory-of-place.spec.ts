import { expect, test } from '@jest/globals';
import { type TerritoryFact, territoryOf } from './territory-of-place.ts';

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
