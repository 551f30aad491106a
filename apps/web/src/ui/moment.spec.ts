import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageOf, clockWords, daysBetween, exactWords, instantOf, momentWords, wallOf } from './moment.ts';

const laval = 'America/Toronto';
const at = (text: string) => Date.parse(text);
const now = at('2026-03-09T18:32:00Z'); // Monday, 14 h 32 in Laval

const fr = (text: string) => momentWords(at(text), now, 'fr', laval);
const en = (text: string) => momentWords(at(text), now, 'en', laval);

describe('an instant in words', () => {
  test.each([
    ['2026-03-09T18:12:00Z', '14 h 12', '2:12 p.m.'],
    ['2026-03-09T13:00:00Z', '9 h', '9 a.m.'],
    ['2026-03-10T13:00:00Z', 'demain 9 h', 'tomorrow 9 a.m.'],
    ['2026-03-08T20:05:00Z', 'hier 16 h 05', 'yesterday 4:05 p.m.'],
    ['2026-03-13T13:00:00Z', 'vendredi 9 h', 'Friday 9 a.m.'],
    ['2026-03-06T15:00:00Z', '6 mars à 10 h', 'March 6 at 10 a.m.'],
    ['2026-03-01T14:00:00Z', '1er mars à 9 h', 'March 1 at 9 a.m.'],
    ['2025-12-24T17:00:00Z', '24 décembre 2025 à 12 h', 'December 24, 2025 at 12 p.m.'],
  ])('%s', (text, french, english) => {
    expect(fr(text).replaceAll('\u00A0', ' ')).toBe(french);
    expect(en(text).replaceAll('\u00A0', ' ')).toBe(english);
  });

  test('breaks no line inside the hour', () => expect(clockWords(now, 'fr', laval)).toBe('14\u00A0h\u00A032'));
  test('belongs to the region’s day, not to the reader’s', () => expect(fr('2026-03-10T03:30:00Z')).toBe('23\u00A0h\u00A030'));
  test('says the whole of it when asked', () => expect(exactWords(now, 'fr', laval)).toBe('lundi 9 mars 2026, 14\u00A0h\u00A032'));
});

describe('an age', () => {
  test.each([
    [0, 'justNow', 0],
    [59_999, 'justNow', 0],
    [-5_000, 'justNow', 0],
    [60_000, 'minutesAgo', 1],
    [59 * 60_000, 'minutesAgo', 59],
    [60 * 60_000, 'hoursAgo', 1],
    [41 * 3_600_000, 'hoursAgo', 41],
    [48 * 3_600_000, 'daysAgo', 2],
  ] as const)('of %d ms', (ms, key, count) => expect(ageOf(now - ms, now)).toEqual({ key, count }));
});

describe('what clocks show there', () => {
  test('is found back, in any zone', () => {
    const zones = fc.constantFrom(laval, 'America/St_Johns', 'Europe/Paris', 'Asia/Kathmandu', 'UTC');
    const instants = fc.integer({ min: at('2020-01-01T00:00:00Z') / 60_000, max: at('2030-01-01T00:00:00Z') / 60_000 });
    fc.assert(
      fc.property(instants, zones, (minutes, zone) => {
        const wall = wallOf(minutes * 60_000, zone);
        expect(wallOf(instantOf(wall, zone), zone)).toEqual(wall); // an autumn hour happens twice: either will do
      }),
    );
  });
  test('in the hour that spring skips, is the one just after', () => {
    const skipped = instantOf({ year: 2026, month: 3, day: 8, hour: 2, minute: 30 }, laval);
    expect(wallOf(skipped, laval)).toMatchObject({ day: 8, hour: 3, minute: 30 });
  });
  test('counts days across a night that is an hour short', () =>
    expect(daysBetween(at('2026-03-08T04:59:00Z'), at('2026-03-09T03:59:00Z'), laval)).toBe(1));
});
