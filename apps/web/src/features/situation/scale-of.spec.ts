import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scaleOf } from './scale-of.ts';

test.each([
  [[230, 239, 178, 186], { low: 170, high: 240 }],
  [[3, 3, 3], { low: 3, high: 4 }],
  [[0, 0], { low: 0, high: 1 }],
  [[98, 105], { low: 90, high: 110 }],
  [[4_120, 2_980], { low: 2_000, high: 5_000 }],
])('of %j', (counts, scale) => expect(scaleOf(counts)).toEqual(scale));

test('all of them are within, none below nothing, and the line is never flat on both edges', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 14 }), counts => {
      const { low, high } = scaleOf(counts);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(Math.min(...counts));
      expect(high).toBeGreaterThanOrEqual(Math.max(...counts));
      expect(high).toBeGreaterThan(low);
    }),
  ));
