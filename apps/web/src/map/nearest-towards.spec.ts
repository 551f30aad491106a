import { expect, test } from '@jest/globals';
import { nearest } from './nearest-towards.ts';

const points = [
  [10, 0],
  [4, 8],
  [0, -6],
  [-20, 1],
] as const;

test.each([
  ['right', [1, 0], 0],
  ['down', [0, 1], 1],
  ['up', [0, -1], 2],
  ['left', [-1, 0], 3],
] as const)('to the %s', (_, way, found) => expect(nearest([0, 0], points, way)).toBe(found));

test('nowhere, where there is nothing', () => expect(nearest([0, 0], [[0, 5]], [0, -1])).toBe(-1));
