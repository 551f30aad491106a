import { expect, test } from '@jest/globals';
import { apart } from './apart.ts';

test('towns that lie upon another are pushed apart, in the order that they lay in; others stay', () => {
  const [one, other, far] = apart(
    [
      { x: 100, y: 100 },
      { x: 110, y: 120 },
      { x: 500, y: 400 },
    ],
    { wide: 800, high: 500 },
  );
  expect(other!.y - one!.y).toBeGreaterThanOrEqual(65);
  expect(far).toEqual({ x: 500, y: 400 });
  const [low] = apart([{ x: 0, y: 499 }], { wide: 800, high: 500 });
  expect(low).toEqual({ x: 46, y: 478 });
});
