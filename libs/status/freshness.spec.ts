import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freshnessAt, turnsOf, upTo } from './freshness.ts';

const hours = 3_600_000;
const at = (text: string) => new Date(`2026-03-${text}:00Z`);
const opening = (from: string, to: string) => ({ opensAt: at(from), closesAt: at(to) });
const tuesdays = [opening('03T09:00', '03T12:00'), opening('10T09:00', '10T12:00')];
const weekdays = ['02', '03', '04', '05', '06'].map(day => opening(`${day}T09:00`, `${day}T17:00`));

test.each([
  ['a place always open ages by the clock', '02T12:00', [], '03T04:00', '03T12:00'],
  ['a counter open on Tuesdays is not stale on Sunday', '03T10:00', tuesdays, '10T10:20', '10T12:00'],
  ['a word heard in the morning lasts through the next day of opening', '02T10:00', weekdays, '03T12:00', '03T17:00'],
  ['a word heard after closing waits for the opening', '02T20:00', weekdays, '03T14:20', '03T20:00'],
])('%s', (_, heard, openings, aging, stale) => {
  const turns = turnsOf(at(heard), 24 * hours, openings);
  expect([turns.agingAt, turns.staleAt]).toEqual([at(aging), at(stale)]);
});

test.each([
  ['03T03:59', 'FRESH'],
  ['03T04:00', 'AGING'],
  ['03T11:59', 'AGING'],
  ['03T12:00', 'STALE'],
])('at %s it is %s', (now, freshness) => {
  expect(freshnessAt(at(now), turnsOf(at('02T12:00'), 24 * hours, []))).toBe(freshness);
});

const limits = fc.integer({ min: 1, max: 14 * 24 }).map(n => n * hours);
const heards = fc.integer({ min: 0, max: 240 }).map(n => new Date(+at('01T00:00') + n * hours));
const someOpenings = fc
  .array(fc.integer({ min: 0, max: 40 * 24 }), { maxLength: 24 })
  .map(edges => [...new Set(edges)].sort((a, b) => a - b).map(edge => new Date(+at('01T00:00') + edge * hours)))
  .map(edges => edges.slice(0, edges.length & ~1))
  .map(edges => edges.flatMap((edge, n) => (n % 2 ? [{ opensAt: edges[n - 1]!, closesAt: edge }] : [])));

test('no word is stale before it ages, nor before the limit', () => {
  fc.assert(
    fc.property(heards, limits, someOpenings, (heardAt, limit, openings) => {
      const { agingAt, staleAt } = turnsOf(heardAt, limit, openings);
      return heardAt <= agingAt && agingAt <= staleAt && +staleAt - +heardAt >= limit;
    }),
  );
});

test('a longer limit never makes a word older', () => {
  fc.assert(
    fc.property(heards, limits, limits, someOpenings, (heardAt, one, other, openings) => {
      const [short, long] = [Math.min(one, other), Math.max(one, other)].map(limit => turnsOf(heardAt, limit, openings));
      return short!.staleAt <= long!.staleAt && short!.agingAt <= long!.agingAt;
    }),
  );
});

test('a word heard later is stale no sooner, as long as openings are known', () => {
  fc.assert(
    fc.property(heards, heards, limits, someOpenings, (one, other, limit, openings) => {
      const [earlier, later] = one <= other ? [one, other] : [other, one];
      fc.pre(openings.length === 0 || openings.at(-1)!.opensAt > later);
      return turnsOf(earlier, limit, openings).staleAt <= turnsOf(later, limit, openings).staleAt;
    }),
  );
});

test('how openings are cut up changes nothing', () => {
  const cut = fc.tuple(someOpenings, fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(heards, limits, cut, (heardAt, limit, [openings, percent]) => {
      const cutUp = openings.flatMap(({ opensAt, closesAt }) => {
        const between = new Date(+opensAt + ((+closesAt - +opensAt) * percent) / 100);
        return [
          { opensAt, closesAt: between },
          { opensAt: between, closesAt },
        ];
      });
      expect(turnsOf(heardAt, limit, cutUp)).toEqual(turnsOf(heardAt, limit, openings));
    }),
  );
});

test('an opening that was forgotten makes no word fresher than it was, nor than all openings would', () => {
  const lengths = fc.record({ before: limits, after: limits, days: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(heards, lengths, someOpenings, (heardAt, { before, after, days }, openings) => {
      const from = new Date(+heardAt + days * 24 * hours);
      const was = turnsOf(heardAt, before, openings);
      const remembered = openings.filter(({ opensAt }) => opensAt >= from);
      const { agingAt, staleAt } = turnsOf(heardAt, after, remembered, { from, staleAt: was.staleAt });
      expect(agingAt <= staleAt).toBe(true);
      expect(+staleAt <= Math.max(+was.staleAt, +heardAt + after)).toBe(true);
      if (after >= before && remembered.length === openings.length) expect(staleAt <= turnsOf(heardAt, after, openings).staleAt).toBe(true);
    }),
  );
});

test('a service that is always open has forgotten nothing', () => {
  const kept = { from: at('10T00:00'), staleAt: at('02T12:00') };
  expect(turnsOf(at('02T10:00'), 24 * hours, [], kept)).toEqual(turnsOf(at('02T10:00'), 24 * hours, []));
});

test('nothing outlives the end that was said of it', () => {
  fc.assert(
    fc.property(heards, limits, heards, (heardAt, limit, end) => {
      const turns = turnsOf(heardAt, limit, weekdays);
      const { agingAt, staleAt } = upTo(end, turns);
      return staleAt <= end && agingAt <= staleAt && staleAt <= turns.staleAt && (turns.staleAt > end || +staleAt === +turns.staleAt);
    }),
  );
  expect(upTo(null, turnsOf(at('02T10:00'), hours, []))).toEqual(turnsOf(at('02T10:00'), hours, []));
});
