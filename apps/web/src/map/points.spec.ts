import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../ui/tokens.mjs';
import { indexOf, type MapPoint, mixOf, seenIn, townsOf } from './points.ts';

const towns = [
  { code: 'vimont', name: 'Vimont', longitude: -73.727, latitude: 45.605 },
  { code: 'auteuil', name: 'Auteuil', longitude: -73.747, latitude: 45.634 },
];
const somePoint = fc.record({
  id: fc.uuid(),
  name: fc.constant('Un service'),
  longitude: fc.double({ min: -73.89, max: -73.53, noNaN: true }),
  latitude: fc.double({ min: 45.51, max: 45.7, noNaN: true }),
  state: fc.constantFrom(...states),
  stale: fc.boolean(),
  territory: fc.constantFrom('vimont', 'auteuil'),
});
const EVERYWHERE: [number, number, number, number] = [-74, 45.4, -73.4, 45.8];

describe('whatever the points', () => {
  test('the towns hold all of them, state by state', () => {
    fc.assert(
      fc.property(fc.array(somePoint), (points: MapPoint[]) => {
        const groups = townsOf(points, towns).map(shown => shown.kind === 'group' && shown.group);
        const all = mixOf(points);
        for (const state of states)
          expect(groups.reduce((sum, group) => sum + (group ? group.counts[state] : 0), 0)).toBe(all.counts[state]);
        expect(groups.reduce((sum, group) => sum + (group ? group.stale : 0), 0)).toBe(all.stale);
      }),
    );
  });

  test('at any zoom the groups and the points are all of them, each once', () => {
    fc.assert(
      fc.property(fc.array(somePoint, { maxLength: 60 }), fc.integer({ min: 12, max: 17 }), (points: MapPoint[], zoom) => {
        const shown = seenIn(indexOf(points), EVERYWHERE, zoom);
        const total = shown.reduce((sum, each) => sum + (each.kind === 'group' ? each.group.total : 1), 0);
        expect(total).toBe(points.length);
        for (const each of shown)
          if (each.kind === 'group') expect(states.reduce((sum, state) => sum + each.group.counts[state], 0)).toBe(each.group.total);
      }),
    );
  });
});
