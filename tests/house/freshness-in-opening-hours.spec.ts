import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Schedule } from '../../libs/directory/hours/days-of-schedule.ts';
import { addDays } from '../../libs/directory/hours/local-time.ts';
import { periodsOf } from '../../libs/directory/hours/opening-periods.ts';
import { turnsOf } from '../../libs/status/freshness.ts';

/** From what a record says to when a word is stale: against a clock on the wall, looked at each quarter of an hour. */
const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;
const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const wall = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'America/Toronto', hourCycle: 'h23', weekday: 'short', hour: '2-digit', minute: '2-digit' },
});

interface Usual {
  readonly byday: readonly string[];
  readonly opens: string;
  readonly closes: string;
}

/** By the hands of the clock alone. Closing at or before opening is the next day. */
function isOpen(at: number, { byday, opens, closes }: Usual): boolean {
  const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
  const [today, time] = [days.findIndex(day => day === parts.weekday!.slice(0, 2).toUpperCase()), `${parts.hour}:${parts.minute}`];
  const on = (day: number) => byday.includes(days[(day + 7) % 7]!);
  if (opens < closes) return on(today) && time >= opens && time < closes;
  return (on(today) && time >= opens) || (on(today - 1) && time < closes);
}

// none in the hour that is leapt over or comes twice: there the record's word goes, and not the clock on the wall
const times = fc.constantFrom('00:00', '03:00', '06:30', '09:00', '12:15', '17:00', '20:00', '23:45');
const usual: fc.Arbitrary<Usual> = fc.record({ byday: fc.subarray(days, { minLength: 1 }), opens: times, closes: times });
/** About the nights when the clocks change, and the days of others. */
const heard = fc
  .tuple(fc.constantFrom('2026-03-08', '2026-11-01', '2026-06-24', '2027-03-14'), fc.integer({ min: -9 * 96, max: 2 * 96 }))
  .map(([night, quarters]) => Date.parse(`${night}T12:00Z`) + quarters * QUARTER);
const limit = fc.constantFrom(6, 24, 72, 14 * 24).map(hours => hours * HOUR);

test('a word is stale once its limit and one more opening have passed, and ages from two thirds of the opening hours in between', () => {
  fc.assert(
    fc.property(usual, heard, limit, (said, heardAt, lasts) => {
      const on = new Date(heardAt).toISOString().slice(0, 10);
      const schedule: Schedule = {
        ...{ exception: false, validFrom: null, validTo: null, dtstart: null, until: null, freq: 'WEEKLY', interval: 1, bymonthday: [] },
        ...{ byday: [...said.byday], opensAt: said.opens, closesAt: said.closes },
      };
      const hours = { own: [schedule], holidayRule: 'OPEN' as const, zone: 'America/Toronto', places: [] };
      const openings = periodsOf(hours, new Map(), addDays(on, -3), addDays(on, 30)).whole!;
      const { agingAt, staleAt } = turnsOf(new Date(heardAt), lasts, openings);

      const quarters = Array.from({ length: (30 * DAY) / QUARTER }, (_, n) => heardAt + n * QUARTER);
      const open = quarters.map(at => isOpen(at, said));
      const opens = open.findIndex((is, n) => n > 0 && is && !open[n - 1]);
      const closes = open.findIndex((is, n) => n > opens && !is);
      const nextIsOver = opens < 0 || closes < 0 ? 0 : heardAt + closes * QUARTER;
      expect(+staleAt).toBe(Math.max(heardAt + lasts, nextIsOver));

      const openUntil = (end: number) => quarters.reduce((sum, at, n) => sum + (open[n] ? Math.max(0, Math.min(QUARTER, end - at)) : 0), 0);
      const [whole, young] = [openUntil(+staleAt), openUntil(+agingAt)];
      expect(whole > 0 ? young / whole : (+agingAt - heardAt) / (+staleAt - heardAt)).toBeCloseTo(2 / 3, 6);
    }),
    { numRuns: 300, examples: [[{ byday: ['MO', 'TU'], opens: '09:00', closes: '17:00' }, Date.parse('2026-03-09T13:00Z'), 6 * HOUR]] }, // heard as it opens
  );
}, 60_000);
