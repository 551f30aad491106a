import { expect, test } from '@jest/globals';
import { isQuiet, neverSpeaks, speaksAt } from './quiet-hours.ts';

const zone = 'America/Toronto';
const night = { from: '22:00', to: '07:00', zone };

test.each([
  ['2026-01-15T02:59:00Z', '2026-01-15T02:59:00Z'], // 21:59
  ['2026-01-15T03:00:00Z', '2026-01-15T12:00:00Z'],
  ['2026-01-15T11:59:59Z', '2026-01-15T12:00:00Z'],
  ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z'],
  ['2026-03-08T04:00:00Z', '2026-03-08T11:00:00Z'], // the night that has an hour less
  ['2026-11-01T03:00:00Z', '2026-11-01T12:00:00Z'], // the night that has one more
])('over midnight, what is to leave at %s leaves at %s', (at, then) => {
  expect(speaksAt(new Date(at), night)).toEqual(new Date(then));
});

test('within a day, and where no hour is quiet', () => {
  const noon = { from: '12:00', to: '13:30', zone };
  expect(isQuiet(new Date('2026-01-15T17:00:00Z'), noon)).toBe(true);
  expect(isQuiet(new Date('2026-01-15T18:30:00Z'), noon)).toBe(false);
  expect(speaksAt(new Date('2026-01-15T17:10:20Z'), noon)).toEqual(new Date('2026-01-15T18:30:00Z'));
  expect(isQuiet(new Date(), { from: null, to: null, zone })).toBe(false);
});

test('quiet hours that end in the hour that a spring night skips end when the clocks have turned', () => {
  expect(speaksAt(new Date('2026-03-08T06:00:00Z'), { from: '00:30', to: '02:30', zone })).toEqual(new Date('2026-03-08T07:00:00Z'));
});

test('hours that would never end are none', () => {
  expect(neverSpeaks('08:00', '08:00')).toBe(true);
  expect(neverSpeaks(null, null)).toBe(false);
});
