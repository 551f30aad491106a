import { expect, test } from '@jest/globals';
import { instantOf, type OpeningPeriod } from '#libs/directory';
import { type LineWord, standing } from './line-state.ts';

const zone = 'America/Toronto';
const at = (day: number, time: string) => instantOf(`2026-03-0${day}`, time, zone);
const period = (day: number): OpeningPeriod => ({
  ...{ day: `2026-03-0${day}`, opens: '08:00', closes: '18:00' },
  ...{ opensAt: at(day, '08:00'), closesAt: at(day, '18:00') },
});
const periods = [period(2), period(3), period(4)];
const word = (state: LineWord['state'], said: Date, more: Partial<LineWord> = {}): LineWord => ({
  ...{ state, waitSeconds: 90, waiting: 4, since: said, renewedAt: said },
  ...more,
});

test('outside its hours it is closed, whatever was said, and says when it opens', () => {
  for (const said of [null, word('OPEN', at(2, '17:59')), word('BUSY', at(2, '18:30')), word('DOWN', at(2, '12:00'))])
    expect(standing(said, periods, at(2, '20:00'))).toMatchObject({
      state: 'CLOSED',
      byHours: true,
      opensAt: at(3, '08:00'),
      waitSeconds: null,
    });
  expect(standing(null, [period(2)], at(3, '08:00'))).toMatchObject({ state: 'CLOSED', opensAt: null });
});

test('within them it is open until somebody says otherwise', () => {
  expect(standing(null, periods, at(2, '08:00'))).toMatchObject({ state: 'OPEN', byHours: true, closesAt: at(2, '18:00'), opensAt: null });
  const busy = standing(word('BUSY', at(2, '09:00')), periods, at(2, '09:10'));
  expect(busy).toMatchObject({ state: 'BUSY', byHours: false, since: at(2, '09:00'), waitSeconds: 90, waiting: 4, aged: false });
  expect(standing(word('CLOSED', at(2, '09:00')), periods, at(2, '09:10'))).toMatchObject({ state: 'CLOSED', byHours: false });
});

test('half an hour without a new word, and a wait that was announced is not shown any more; renewed, it is', () => {
  const told = word('BUSY', at(2, '09:00'));
  expect(standing(told, periods, at(2, '09:30'))).toMatchObject({ aged: false, waitSeconds: 90 });
  expect(standing(told, periods, at(2, '09:31'))).toMatchObject({ state: 'BUSY', aged: true, waitSeconds: null, waiting: null });
  const renewed = word('BUSY', at(2, '09:00'), { renewedAt: at(2, '09:29') });
  expect(standing(renewed, periods, at(2, '09:31'))).toMatchObject({ aged: false, waitSeconds: 90, since: at(2, '09:00') });
});

test('what was said before it last closed is over; said before it opens it holds; what is broken stays broken', () => {
  expect(standing(word('BUSY', at(2, '17:59')), periods, at(3, '08:01'))).toMatchObject({ state: 'OPEN', byHours: true });
  expect(standing(word('CLOSED', at(3, '07:40')), periods, at(3, '08:01'))).toMatchObject({ state: 'CLOSED', byHours: false });
  expect(standing(word('DOWN', at(2, '17:59')), periods, at(3, '08:01'))).toMatchObject({ state: 'DOWN', since: at(2, '17:59') });
});

test('a line whose hours nobody knows is never closed by the clock', () => {
  expect(standing(null, null, at(2, '03:00'))).toMatchObject({ state: 'OPEN', opensAt: null, closesAt: null });
  expect(standing(word('CLOSED', at(2, '02:00')), null, at(4, '03:00'))).toMatchObject({ state: 'CLOSED', aged: true });
});
