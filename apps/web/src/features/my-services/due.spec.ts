import { describe, expect, test } from '@jest/globals';
import type { Said } from '../../ui/sureness.ts';
import { canConfirm, type Sayable } from '../../saying/sayable.ts';
import { askOf, canConfirmAtOnce, dueFirst, inKeptOrder, whyNotAtOnce } from './due.ts';

const hour = 3_600_000;
const now = 100 * hour;
const iso = (at: number) => new Date(at).toISOString();
const said = (change: Partial<Said> = {}): Said => ({
  state: 'OPEN',
  observedAt: iso(now - hour),
  agingAt: iso(now + 15 * hour),
  staleAt: iso(now + 23 * hour),
  ...change,
});
const service = (id: string, change: Partial<Said> = {}): Sayable => ({ id, status: said(change) });
const aging = { agingAt: iso(now - hour), staleAt: iso(now + 3 * hour) };
const stale = { agingAt: iso(now - 9 * hour), staleAt: iso(now - hour) };
const baskets = { available: 12, total: 40, unit: { fr: 'paniers' }, asOf: iso(now) };
const ids = (services: Sayable[]) => services.map(({ id }) => id);

describe('one tap', () => {
  test('says again what was said', () =>
    expect([canConfirm(service('a'), now), canConfirmAtOnce(service('a', stale), now)]).toEqual([true, true]));
  test.each([
    ['nobody said', { state: 'UNKNOWN' }],
    ['is gone for good', { state: 'CLOSED' }],
    ['was to end by now', { state: 'FULL', goodUntil: iso(now) }],
  ] as const)('cannot say again what %s', (_, change) => expect(canConfirm(service('a', change), now)).toBe(false));
  test('for all leaves out what has a number, which can be confirmed by itself', () => {
    const counted = service('a', { capacity: baskets });
    expect([canConfirm(counted, now), canConfirmAtOnce(counted, now)]).toEqual([true, false]);
  });
  test.each([
    ['was to end by now', { state: 'FULL', goodUntil: iso(now) }, [false, false]],
    ['has a number', { state: 'LIMITED', capacity: baskets }, [true, false]],
    ['is as the whole', {}, [true, true]],
  ] as const)('says again the words on its places too: one %s', (_, change, can) => {
    const both = { ...service('a'), statusByLocation: [{ status: said() }, { status: said(change) }] };
    expect([canConfirm(both, now), canConfirmAtOnce(both, now)]).toEqual(can);
  });
});

describe('what is asked', () => {
  test('counts what is due, and by when while nothing is late', () => {
    const { due, before } = askOf([service('fresh'), service('a', aging), service('b', { ...aging, staleAt: iso(now + 2 * hour) })], now);
    expect([ids(due), before]).toEqual([['a', 'b'], now + 2 * hour]);
  });
  test('gives no hour to what is already late', () => expect(askOf([service('a', aging), service('late', stale)], now).before).toBeNull());
  test('names what is to be said one by one', () => {
    const { atOnce, oneByOne } = askOf(
      [
        service('counted', { ...stale, capacity: baskets }),
        service('never', { state: 'UNKNOWN' }),
        service('plain', stale),
        service('fresh'),
      ],
      now,
    );
    expect([ids(atOnce), ids(oneByOne)]).toEqual([
      ['plain', 'fresh'],
      ['counted', 'never'],
    ]);
  });
  test('counts a different word as due, late, and to be answered by itself', () => {
    const otherwise = service('a', { contradicted: true });
    expect([whyNotAtOnce(otherwise, now), askOf([otherwise], now)]).toMatchObject([
      'CONTRADICTED',
      { due: [otherwise], before: null, atOnce: [], oneByOne: [otherwise] },
    ]);
  });
  test('offers no tap that would answer nothing of it', () =>
    expect(askOf([service('counted', { ...stale, capacity: baskets }), service('fresh')], now).atOnce).toEqual([]));
  test('says when the next one will be', () => expect(askOf([service('fresh')], now)).toMatchObject({ due: [], next: now + 15 * hour }));
});

describe('the list', () => {
  test('opens with what is due first, the rest as it came', () =>
    expect(
      ids(
        dueFirst(
          [
            service('x'),
            service('gone', { state: 'CLOSED' }),
            service('aging', aging),
            service('never', { state: 'UNKNOWN' }),
            service('stale', stale),
            service('y'),
          ],
          now,
        ),
      ),
    ).toEqual(['never', 'stale', 'aging', 'x', 'y', 'gone']));
  test('keeps its order while it is open, newcomers below', () =>
    expect(ids(inKeptOrder([service('new'), service('b'), service('a')], ['a', 'b']))).toEqual(['a', 'b', 'new']));
});
