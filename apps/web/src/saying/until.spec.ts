import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldsOf, instantOfFields, untilChoices } from './until.ts';

const laval = 'America/Toronto';
const choices = (now: string) =>
  untilChoices(Date.parse(now), laval).map(({ key, at }) => `${key} ${fieldsOf(at, laval).day} ${fieldsOf(at, laval).hour}`);

describe('until when', () => {
  test('on a Monday afternoon', () =>
    expect(choices('2026-03-09T18:32:00Z')).toEqual(['tonight 2026-03-09 20:00', 'tomorrow 2026-03-10 09:00', 'friday 2026-03-13 09:00']));
  test('is no longer tonight when the evening is here', () =>
    expect(choices('2026-03-10T00:10:00Z')).toEqual(['tomorrow 2026-03-10 09:00', 'friday 2026-03-13 09:00']));
  test('on a Thursday, Friday is tomorrow: Monday is offered', () =>
    expect(choices('2026-03-12T16:00:00Z')).toEqual(['tonight 2026-03-12 20:00', 'tomorrow 2026-03-13 09:00', 'monday 2026-03-16 09:00']));
  test('on a Sunday, tomorrow is Monday, and Friday is ahead', () =>
    expect(choices('2026-03-15T16:00:00Z')).toEqual(['tonight 2026-03-15 20:00', 'tomorrow 2026-03-16 09:00', 'friday 2026-03-20 09:00']));
  test('at three in the morning, tomorrow is the next calendar day there', () =>
    expect(choices('2026-03-10T07:00:00Z')[1]).toBe('tomorrow 2026-03-11 09:00'));
  test('keeps nine o’clock across the night that is an hour short', () =>
    expect(choices('2026-03-07T18:00:00Z')[1]).toBe('tomorrow 2026-03-08 09:00'));

  test('of what begins on Friday, is after it', () => {
    const friday = Date.parse('2026-03-13T13:00:00Z');
    expect(untilChoices(Date.parse('2026-03-09T18:32:00Z'), laval, friday).map(({ key }) => key)).toEqual(['monday']);
  });
  test('is always ahead, in order, and never twice the same', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(laval, 'Europe/Paris', 'America/St_Johns'),
        (now, zone) => {
          const instants = untilChoices(now, zone).map(({ at }) => at);
          for (const at of instants) expect(at).toBeGreaterThan(now);
          expect([...new Set(instants)].sort((one, other) => one - other)).toEqual(instants);
        },
      ),
    ));
});

describe('a chosen day and hour', () => {
  test('are the region’s', () =>
    expect(new Date(instantOfFields('2026-06-01', '14:30', laval)!).toISOString()).toBe('2026-06-01T18:30:00.000Z'));
  test('without an hour is nine in the morning', () =>
    expect(instantOfFields('2026-06-01', '', laval)).toBe(Date.parse('2026-06-01T13:00:00Z')));
  test('while unfinished are nothing', () => expect(instantOfFields('', '14:30', laval)).toBeNull());
});
