import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../../ui/tokens.mjs';
import { addressOf, chosenIn, everything, filterOf, isEverything } from './filter.ts';

const inAddress = (search: string) => chosenIn(new URLSearchParams(search));
const NOW = '2021-03-09T19:00:00Z';

describe('what the list is of', () => {
  test('is read from the address', () =>
    expect(
      inAddress('?q=panier&state=FULL,OPEN,TO_CONFIRM&category=food&territory=pont-viau&where=Pont-Viau&language=ar&open=now'),
    ).toEqual({
      text: 'panier',
      where: { name: 'Pont-Viau', territory: 'pont-viau', point: null },
      states: ['OPEN', 'FULL'],
      toConfirm: true,
      category: 'food',
      language: 'ar',
      openNow: true,
    }));
  test('is everything where the address says nothing, or nonsense', () =>
    expect([inAddress(''), inAddress('?state=NO&q=&at=here&where=Nowhere&open=later')]).toEqual([everything, everything]));
  test('asks the hub only for what was chosen', () => {
    expect(filterOf(everything, NOW)).toEqual({});
    expect(filterOf(inAddress('?q=%20taxi%20&state=TO_CONFIRM'), NOW)).toEqual({ text: 'taxi', toConfirm: true });
    expect(filterOf(inAddress('?open=now'), NOW)).toEqual({ openAt: NOW });
  });
  test('around a point is what stands near it, and what serves it', () =>
    expect(filterOf(inAddress('?where=H7G&at=45.57,-73.68'), NOW)).toEqual({
      near: { latitude: 45.57, longitude: -73.68, withinKm: 5 },
      serving: { latitude: 45.57, longitude: -73.68 },
    }));
  test('comes back from the address as it was', () => {
    const code = fc.option(fc.stringMatching(/^[a-z-]{1,12}$/));
    const name = fc.stringMatching(/^[^\s].{0,20}$/);
    const point = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));
    const where = fc.oneof(
      fc.record({ name, territory: fc.stringMatching(/^[a-z-]{1,12}$/), point: fc.constant(null) }),
      fc.record({
        name,
        territory: fc.constant(null),
        point: point.map(([x, y]) => [+x.toFixed(4) || 0, +y.toFixed(4) || 0] as [number, number]),
      }),
    );
    const chosen = fc.record({
      text: name,
      where: fc.option(where),
      states: fc.subarray([...states]),
      toConfirm: fc.boolean(),
      category: code,
      language: code,
      openNow: fc.boolean(),
    });
    fc.assert(
      fc.property(chosen, one => {
        expect(chosenIn(new URLSearchParams(addressOf(one).toString()))).toEqual(one);
        expect(isEverything(one)).toBe(false);
      }),
    );
  });
});
