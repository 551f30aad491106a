import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freshnessAt, turnsOf } from './freshness.ts';

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

test('no word is stale before it ages, nor before the limit', () => {
  const limit = fc.integer({ min: 1, max: 14 * 24 }).map(n => n * hours);
  const heard = fc.integer({ min: 0, max: 240 }).map(n => new Date(+at('01T00:00') + n * hours));
  fc.assert(
    fc.property(heard, limit, fc.constantFrom([], tuesdays, weekdays), (heardAt, length, openings) => {
      const { agingAt, staleAt } = turnsOf(heardAt, length, openings);
      return heardAt <= agingAt && agingAt <= staleAt && +staleAt - +heardAt >= length;
    }),
  );
});
