import { expect, test } from '@jest/globals';
import { nextTime, type Weekday } from './next-time.ts';

const zone = 'America/Toronto';
const next = (byday: Weekday[], atTime: string, after: string) => nextTime({ byday, atTime, zone }, new Date(after)).toISOString();

test.each([
  [['MO'], '09:00', '2026-11-20T15:00:00.487Z', '2026-11-23T14:00:00.000Z'],
  [['MO'], '09:00', '2026-11-23T13:59:59Z', '2026-11-23T14:00:00.000Z'],
  [['MO'], '09:00', '2026-11-23T14:00:00Z', '2026-11-30T14:00:00.000Z'],
  [['MO', 'TH'], '16:30', '2026-11-24T12:00:00Z', '2026-11-26T21:30:00.000Z'],
  [[], '07:00', '2026-11-24T13:00:00Z', '2026-11-25T12:00:00.000Z'],
  [['SU'], '09:00', '2026-03-07T18:00:00Z', '2026-03-08T13:00:00.000Z'], // the clocks went forward that night
  [['SU'], '09:00', '2026-10-31T18:00:00Z', '2026-11-01T14:00:00.000Z'], // and back
  [['TU'], '23:30', '2026-11-25T04:00:00Z', '2026-11-25T04:30:00.000Z'], // already Wednesday in UTC
] as const)('%s at %s, after %s: %s', (byday, atTime, after, then) => {
  expect(next([...byday], atTime, after)).toBe(then);
});
