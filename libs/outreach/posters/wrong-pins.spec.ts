import { expect, test } from '@jest/globals';
import { forgiven, waitAfter } from './wrong-pins.ts';

test('every fifth wrong number costs twice as long as the last, half a day at most', () => {
  const minutes = Array.from({ length: 41 }, (_, n) => waitAfter(n + 1) / 60_000).filter(Boolean);
  expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 720, 720]);
});

test('in a week little more than one number in a hundred can be tried', () => {
  let [hours, tries] = [0, 0];
  while (hours < 168) hours += waitAfter(++tries) / 3_600_000;
  expect(tries).toBeLessThanOrEqual(110);
});

test('a right number forgives what was mistyped since the last wait, and no wait', () => {
  expect([0, 3, 5, 9, 12].map(forgiven)).toEqual([0, 0, 5, 5, 10]);
});
