import { expect, test } from '@jest/globals';
import { waitingIn } from './held.ts';

test('what is new and what has gone to another column waits; another order does not', () => {
  expect(waitingIn({ open: ['a', 'b'] }, { open: ['b', 'a'] })).toBe(0);
  expect(waitingIn({ open: ['a', 'b'] }, { open: ['b', 'c'], assigned: ['a'] })).toBe(2);
  expect(waitingIn({}, { open: ['a'] })).toBe(1);
});
