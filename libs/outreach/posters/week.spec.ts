import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weekOf } from './week.ts';

const zone = 'America/Toronto';
const at = (text: string) => new Date(text);

test('a week begins on Monday at midnight there, whatever the clocks do in between', () => {
  const week = { name: '2026-11-30', from: at('2026-11-30T05:00:00Z'), until: at('2026-12-07T05:00:00Z') };
  expect(weekOf(at('2026-11-30T05:00:00Z'), zone)).toEqual(week);
  expect(weekOf(at('2026-12-07T04:59:59Z'), zone)).toEqual(week);
  expect(weekOf(at('2026-12-07T05:00:00Z'), zone).name).toBe('2026-12-07');
  expect(weekOf(at('2026-11-28T12:00:00Z'), zone, 1)).toEqual(week);
  expect(weekOf(at('2027-01-01T12:00:00Z'), zone).name).toBe('2026-12-28');
  expect(weekOf(at('2026-03-08T12:00:00Z'), zone)).toMatchObject({ from: at('2026-03-02T05:00:00Z'), until: at('2026-03-09T04:00:00Z') });
});

test('every instant is in its own week, and where one week ends the next begins', () => {
  const instants = fc.date({ min: at('2000-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(zone, 'Pacific/Auckland', 'UTC'), (now, there) => {
      const { from, until } = weekOf(now, there);
      expect(+from <= +now && +now < +until).toBe(true);
      expect(weekOf(now, there, 1).from).toEqual(until);
      expect(weekOf(until, there)).toEqual(weekOf(now, there, 1));
    }),
  );
});
