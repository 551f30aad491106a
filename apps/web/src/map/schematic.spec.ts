import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { island, schematicLand, schematicRoads } from './schematic.ts';

/** Ray casting: how often a line to the east crosses the ring. */
function within([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  return ring.reduce((inside, [x1, y1], n) => {
    const [x2, y2] = ring[(n + 1) % ring.length]!;
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}

const migration = readFileSync(join(import.meta.dirname, '../../../../migrations/1795478401002-directory-laval.ts'), 'utf8');
const towns = [...migration.matchAll(/town\('([^']+)', '[^']+', ([\d.]+), (-[\d.]+)\)/g)].map(
  ([, code, latitude, longitude]) => [code!, [Number(longitude), Number(latitude)]] as [string, [number, number]],
);

test('there are fourteen former towns', () => expect(towns).toHaveLength(14));

test.each(towns)('%s lies on land', (_, heart) => expect(within(heart, island)).toBe(true));

test('all of it is drawn round, in the frame of the region', () => {
  const points = [
    ...schematicLand.features.flatMap(({ geometry }) => geometry.coordinates.flat()),
    ...schematicRoads.features.flatMap(({ geometry }) => geometry.coordinates),
  ];
  for (const [x, y] of points) expect([x! > -73.92 && x! < -73.5, y! > 45.49 && y! < 45.72]).toEqual([true, true]);
});
