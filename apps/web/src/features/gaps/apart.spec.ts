import { expect, test } from '@jest/globals';
import { apart } from './apart.ts';

test('towns that lie upon another are pushed apart, in the order that they lay in; others stay', () => {
  const [one, other, far] = apart([
    { x: 100, y: 100 },
    { x: 110, y: 120 },
    { x: 500, y: 400 },
  ]);
  expect(other!.y - one!.y).toBeGreaterThanOrEqual(65);
  expect(far).toEqual({ x: 500, y: 400 });
});
