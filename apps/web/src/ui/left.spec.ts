import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lasts, leftOf } from './left.ts';

const now = Date.parse('2026-03-02T14:00:00Z');

test.each([
  [10 * 86_400_000, { key: 'days', days: 10, hours: 0, minutes: 0, seconds: 0 }],
  [86_400_000 - 1_000, { key: 'hours', days: 0, hours: 23, minutes: 59, seconds: 59 }],
  [61_500, { key: 'minutes', days: 0, hours: 0, minutes: 1, seconds: 2 }],
  [0, null],
  [-1, null],
])('%i ms left are %o', (ms, left) => expect(leftOf(now + ms, now)).toEqual(left));

test('what is left, put together, is what was asked, to the second', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 * 86_400 }), seconds => {
      const left = leftOf(now + seconds * 1_000, now)!; // at least a second
      expect(left.days * 86_400 + left.hours * 3_600 + left.minutes * 60 + left.seconds).toBe(seconds);
    }),
  ));

test.each([
  [0.5, 'hours', 0.5],
  [24, 'hours', 24],
  [48, 'hours', 48],
  [72, 'days', 3],
  [73, 'hours', 73],
  [336, 'days', 14],
])('%d hours are said in %s', (hours, key, count) => expect(lasts(hours)).toEqual({ key, count }));
