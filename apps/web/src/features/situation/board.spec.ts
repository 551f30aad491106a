import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../../ui/tokens.mjs';
import { bucketOf, buckets, figuresOf, type Held, type News, servicesOf, silenceOf, told, within, yesterdayOf } from './board.ts';
import { addressOf, chosenIn, toggled } from './chosen.ts';

const standing = fc.record({ state: fc.constantFrom(...states), stale: fc.boolean() });
const id = fc.constantFrom(...'abcdefgh');
const place = fc.constantFrom('p', 'q', 'r');

/** Places of services, each place once, of which the service's own word is the same in all. */
const held = fc
  .uniqueArray(fc.tuple(id, place, standing, fc.constantFrom('chomedey', 'vimont', null)), { selector: ([a, b]) => a + b })
  .chain(rows =>
    fc.array(standing, { minLength: 8, maxLength: 8 }).map(whole =>
      rows.map(([one, locationId, own, territoryCode]): Held => {
        const service = whole['abcdefgh'.indexOf(one)]!;
        return {
          id: one,
          locationId,
          territoryCode,
          ...own,
          contradicted: false,
          serviceState: service.state,
          serviceStale: service.stale,
        };
      }),
    ),
  );
const news = fc.array(
  fc
    .record({ id, contradicted: fc.boolean(), own: standing, there: fc.option(fc.tuple(place, standing)) })
    .map(({ own, there, ...rest }): News => ({ ...rest, ...own, places: new Map(there ? [there] : []) })),
);
const chosen = fc.subarray([...buckets]);

describe('whatever is told', () => {
  test('the sum of the states and of what is to confirm is all, and of those that are chosen what is selected', () =>
    fc.assert(
      fc.property(held, news, chosen, (places, said, only) => {
        const after = told(places, said);
        const { n, all, selected, stale } = figuresOf(after, only);
        const sum = (some: readonly (typeof buckets)[number][]) => some.reduce((total, bucket) => total + n[bucket], 0);
        expect([sum(buckets), sum(only.length > 0 ? only : buckets)]).toEqual([all, selected]);
        expect(selected).toBe(servicesOf(within(after, only)).length);
        expect(Object.values(stale).reduce((total, one) => total + one, 0)).toBe(n.TO_CONFIRM);
        expect(all).toBe(new Set(places.map(one => one.id)).size);
      }),
    ));
  test('each place of a service says the same of the service as the last news of it', () =>
    fc.assert(
      fc.property(held, news, (places, said) => {
        const last = new Map(said.map(one => [one.id, one]));
        for (const one of told(places, said)) {
          const word = last.get(one.id);
          if (word) expect(bucketOf(one)).toBe(word.stale ? 'TO_CONFIRM' : word.state);
          const own = word?.places.get(one.locationId!);
          if (own) expect([one.state, one.stale]).toEqual([own.state, own.stale]);
        }
      }),
    ));
});

test('who is silent is counted where they are, once a town', () => {
  const one = { state: 'OPEN', stale: true, contradicted: false, serviceState: 'OPEN', serviceStale: true } as const;
  const places: Held[] = [
    { ...one, id: 'a', locationId: 'p', territoryCode: 'vimont' },
    { ...one, id: 'a', locationId: 'q', territoryCode: 'vimont' },
    { ...one, id: 'a', locationId: 'r', territoryCode: 'chomedey' },
    { ...one, id: 'b', locationId: 's', territoryCode: 'vimont', serviceStale: false, serviceState: 'UNKNOWN' },
    { ...one, id: 'c', locationId: 't', territoryCode: 'vimont', serviceStale: false },
  ];
  expect(silenceOf(places)).toEqual([
    { code: 'vimont', n: 2 },
    { code: 'chomedey', n: 1 },
  ]);
});

test('what stood a day ago is all of it too', () => {
  const counts = states.map((state, n) => ({ state, n, changedSinceYesterday: n - 1 }));
  expect(yesterdayOf({ total: 30, counts })).toMatchObject({ OPEN: 1, UNKNOWN: 1, TO_CONFIRM: 23 });
});

test('what is chosen comes back from the address as it was; a choice taken twice is none', () =>
  fc.assert(
    fc.property(chosen, fc.option(fc.stringMatching(/^[a-z-]{1,9}$/)), (only, code) => {
      const one = { buckets: only, category: code, territory: null, crisis: code };
      expect(chosenIn(new URLSearchParams(addressOf(one).toString()))).toEqual(one);
      for (const bucket of buckets) expect(toggled(toggled(only, bucket), bucket)).toEqual(only);
    }),
  ));
