import { expect, test } from '@jest/globals';
import { atFields, dayField, tomorrow, tonight } from './until.ts';

const zone = 'America/Toronto';
const at = (text: string) => new Date(text);

test('tonight while it is ahead, tomorrow on the region’s clocks whatever they do in between', () => {
  expect(tonight(at('2026-03-07T20:00:00Z'), zone)).toEqual(at('2026-03-08T01:00:00Z'));
  expect(tonight(at('2026-03-08T00:30:00Z'), zone)).toBeNull();
  expect(tomorrow(at('2026-03-07T20:00:00Z'), zone)).toEqual(at('2026-03-08T13:00:00Z')); // the clocks were moved at night
  expect(tomorrow(at('2026-12-31T20:00:00Z'), zone)).toEqual(at('2027-01-01T14:00:00Z'));
});

test('a day and an hour as they are typed; nothing for what is none', () => {
  expect(atFields('2026-11-25', '', zone)).toEqual(at('2026-11-25T14:00:00Z'));
  expect(atFields('2026-11-25', '18:30', zone)).toEqual(at('2026-11-25T23:30:00Z'));
  for (const [day, hour] of [
    ['', '10:00'],
    ['demain', ''],
    ['2026-13-01', ''],
    ['0001-01-01', ''],
    ['2026-11-25', 'midi'],
  ])
    // prettier-ignore
    expect(atFields(day!, hour!, zone)).toBeNull();
  expect(dayField(at('2026-11-25T02:00:00Z'), zone)).toBe('2026-11-24');
});
