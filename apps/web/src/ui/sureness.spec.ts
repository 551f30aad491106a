import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countIsOld, isPast, lastWord, type Said, surenessAt } from './sureness.ts';
import { states } from './tokens.mjs';

const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const open: Said = { state: 'OPEN', observedAt: iso(0), freshness: 'FRESH', agingAt: iso(16 * hour), staleAt: iso(24 * hour) };

describe('how sure we are', () => {
  test('turns by itself at the two instants', () => {
    expect([0, 16 * hour - 1, 16 * hour, 24 * hour - 1, 24 * hour].map(at => surenessAt(open, at))).toEqual([
      'FRESH',
      'FRESH',
      'AGING',
      'AGING',
      'STALE',
    ]);
  });
  test('is lost when the end that was given has come', () => {
    const full: Said = { ...open, state: 'FULL', goodUntil: iso(2 * hour) };
    expect([surenessAt(full, hour), surenessAt(full, 2 * hour), isPast(full, 2 * hour)]).toEqual(['FRESH', 'STALE', true]);
  });
  test('does not age what is closed for good, or was never said', () => {
    for (const state of ['CLOSED', 'UNKNOWN'] as const) expect(surenessAt({ ...open, state, goodUntil: iso(1) }, 99 * hour)).toBe('FRESH');
  });
  test('is as the hub said where it gave no instants', () => expect(surenessAt({ state: 'OPEN', freshness: 'AGING' }, 0)).toBe('AGING'));
  test('never comes back by waiting', () => {
    const order = { FRESH: 0, AGING: 1, STALE: 2 };
    const instant = fc.option(fc.integer({ min: 0, max: 1e9 }).map(iso));
    const said = fc.record({
      state: fc.constantFrom(...states),
      agingAt: instant,
      staleAt: instant,
      goodUntil: instant,
      freshness: fc.constant('FRESH' as const),
    });
    fc.assert(
      fc.property(said, fc.nat(1e9), fc.nat(1e9), (word, at, later) =>
        expect(order[surenessAt(word, at + later)]).toBeGreaterThanOrEqual(order[surenessAt(word, at)]),
      ),
    );
  });
});

test('a count is old from its own instant on', () => {
  const capacity = { available: 2, unit: {}, asOf: iso(0), agesAt: iso(4 * hour) };
  expect([3, 4].map(hours => countIsOld({ ...open, capacity }, hours * hour))).toEqual([false, true]);
});

describe('the last word', () => {
  test('is the confirmation when it came after', () =>
    expect(lastWord({ ...open, confirmedAt: iso(hour) })).toEqual({ at: iso(hour), again: true }));
  test('is the report otherwise', () => expect(lastWord({ ...open, confirmedAt: iso(0) })).toEqual({ at: iso(0), again: false }));
  test('may be nobody’s', () => expect(lastWord({ state: 'UNKNOWN' })).toBeNull());
});
