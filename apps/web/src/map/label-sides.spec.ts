import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Labelled, placesOf, sides, sidesOf } from './label-sides.ts';

const frame = { width: 400, height: 300 };
const at = (key: string, x: number, y: number, more: Partial<Labelled> = {}): Labelled => ({
  key,
  x,
  y,
  radius: 20,
  width: 60,
  height: 14,
  ...more,
});

test('alone, a name stands below its ring', () => expect(sidesOf([at('a', 200, 150)], frame)).toEqual(new Map([['a', 'below']])));

test('where another ring is below, it stands beside', () =>
  expect(sidesOf([at('a', 200, 150), at('b', 200, 192, { radius: 19 })], frame).get('a')).toBe('right'));

test('at the right edge, with a ring below, it stands at the left', () =>
  expect(sidesOf([at('a', 375, 150), at('b', 375, 192, { radius: 19 })], frame).get('a')).toBe('left'));

test('between a ring above, one at the left, one at the right and one below at the right, it is slid out of their way', () => {
  const near = [at('above', 200, 120), at('left', 150, 150), at('right', 250, 152), at('below', 232, 185, { radius: 16 })];
  expect(sidesOf([at('a', 200, 150, { radius: 18 }), ...near], frame).get('a')).toBe('below, to the left');
});

test('where there is no room on any side, the name is not written over the others, and leaves its room to the next', () => {
  const around = [140, 170, 200, 230, 260].flatMap(x => [100, 128, 156].map(y => at(`${x} ${y}`, x, y, { radius: 16, width: 0 })));
  const { crowded } = placesOf([...around, at('a', 200, 130, { radius: 10 })], frame);
  expect([...crowded]).toEqual(['a']);
});

test('at the foot of the map, it stands where it is seen', () => expect(sidesOf([at('a', 200, 285)], frame).get('a')).not.toBe('below'));

test('each has a side, and the same ones in whatever order they are asked', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), radius: fc.integer({ min: 10, max: 40 }) }),
        {
          selector: ({ radius }) => radius,
        },
      ),
      rings => {
        const all = rings.map((ring, n) => at(String(n), ring.x, ring.y, ring));
        const found = sidesOf(all, frame);
        expect([...found.keys()].sort()).toEqual(all.map(({ key }) => key).sort());
        for (const side of found.values()) expect(sides).toContain(side);
        expect(sidesOf([...all].reverse(), frame)).toEqual(found);
      },
    ),
  ));
