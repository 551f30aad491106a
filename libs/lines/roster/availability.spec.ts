import { expect, test } from '@jest/globals';
import { instantOf } from '#libs/directory';
import { isAvailable, type Shift } from './availability.ts';

const zone = 'America/Toronto';
const at = (day: string, time: string) => instantOf(day, time, zone);
const evening: Shift = { byday: ['MO', 'TU'], begins: '17:00', ends: '23:00' };
const night: Shift = { byday: ['FR'], begins: '22:00', ends: '06:00' };
const [monday, wednesday, friday, saturday] = ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-07'] as const;

test('a shift covers what lies within it, to the minute, on its days', () => {
  const may = (day: string, from: string, to: string) => isAvailable([evening], at(day, from), at(day, to), zone);
  expect([may(monday, '17:00', '23:00'), may(monday, '18:00', '20:00')]).toEqual([true, true]);
  expect([may(monday, '16:59', '20:00'), may(monday, '18:00', '23:01'), may(wednesday, '18:00', '20:00')]).toEqual([false, false, false]);
});

test('one that lasts into the next day covers its morning; two that touch do not make one', () => {
  const may = (from: Date, to: Date) => isAvailable([night], from, to, zone);
  expect([may(at(friday, '23:00'), at(saturday, '05:00')), may(at(saturday, '01:00'), at(saturday, '06:00'))]).toEqual([true, true]);
  expect([may(at(saturday, '22:00'), at(saturday, '23:00')), may(at(friday, '01:00'), at(friday, '02:00'))]).toEqual([false, false]);
  const halves: Shift[] = [{ byday: ['MO'], begins: '08:00', ends: '12:00' }, { byday: ['MO'], begins: '12:00', ends: '16:00' }]; // prettier-ignore
  expect(isAvailable(halves, at(monday, '10:00'), at(monday, '14:00'), zone)).toBe(false);
});

test('who names no hours comes at any, and a night when clocks leap is a night', () => {
  expect(isAvailable([], at(monday, '03:00'), at(wednesday, '03:00'), zone)).toBe(true);
  const leap: Shift = { byday: ['SA'], begins: '22:00', ends: '06:00' };
  expect(isAvailable([leap], at('2026-03-07', '23:00'), at('2026-03-08', '06:00'), zone)).toBe(true);
});
