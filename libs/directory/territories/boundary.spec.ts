import { expect, test } from '@jest/globals';
import { type Boundary, boundaryFrom, holds } from './boundary.ts';

const square = (west: number, south: number, side = 1) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const of = (type: string, coordinates: unknown) => boundaryFrom({ type, coordinates });

test.each<[string, unknown, unknown]>([
  ['nothing', null, 'BOUNDARY_NOT_A_POLYGON'],
  ['a point', { type: 'Point', coordinates: [0, 0] }, 'BOUNDARY_NOT_A_POLYGON'],
  ['no ring', { type: 'Polygon', coordinates: [] }, 'BOUNDARY_NOT_A_POLYGON'],
  ['words for numbers', { type: 'Polygon', coordinates: [[['a', 'b']]] }, 'BOUNDARY_NOT_A_POLYGON'],
  ['numbers too deep', { type: 'Polygon', coordinates: [[square(0, 0)]] }, 'BOUNDARY_NOT_A_POLYGON'],
  ['an open ring', { type: 'Polygon', coordinates: [square(0, 0).slice(0, 4)] }, 'BOUNDARY_NOT_CLOSED'],
  ['a line there and back', { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0], [0, 0]]] }, 'BOUNDARY_NOT_CLOSED'], // prettier-ignore
  ['metres for degrees', { type: 'Polygon', coordinates: [square(300_000, 5_000_000)] }, 'BOUNDARY_OUT_OF_RANGE'],
  ['no number', { type: 'Polygon', coordinates: [[[NaN, 0]]] }, 'BOUNDARY_OUT_OF_RANGE'],
  [
    'more than can be drawn',
    { type: 'Polygon', coordinates: [[...Array(200_001).fill([1, 1]), [2, 2], [3, 3], [1, 1]]] },
    'BOUNDARY_TOO_LONG',
  ],
])('%s is no boundary', (_, geometry, fault) => expect(boundaryFrom(geometry)).toBe(fault));

test('heights are left out', () => {
  const raised = square(0, 0).map(position => [...position, 12]);
  expect(of('Polygon', [raised])).toEqual({ type: 'Polygon', coordinates: [square(0, 0)] });
});

test('a point lies in a part, and not in its hole', () => {
  const boundary = of('MultiPolygon', [[square(0, 0, 3), square(1, 1)], [square(10, 10)]]) as Boundary; // sound
  expect([holds(boundary, 0.5, 0.5), holds(boundary, 1.5, 1.5), holds(boundary, 10.5, 10.5), holds(boundary, 5, 5)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
