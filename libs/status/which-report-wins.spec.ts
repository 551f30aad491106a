import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whichReportIsNext, whichReportWins, type Word } from './which-report-wins.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const noon = at('12:00');
let said = 0;
const word = (observed: string, effective = observed): Word => ({
  position: `20260302000000.${String(++said).padStart(19, '0')}`,
  observedAt: at(observed),
  effectiveFrom: at(effective),
});

test('the latest seen wins, not the latest typed', () => {
  const [seenLater, typedLater] = [word('11:00'), word('09:00')];
  expect(whichReportWins([seenLater, typedLater], noon)).toBe(seenLater);
});

test('of two seen at the same moment, the one said last wins', () => {
  const [first, second] = [word('11:00'), word('11:00')];
  expect(whichReportWins([second, first], noon)).toBe(second);
});

test('a plan waits for its time, then wins over a word that came in between', () => {
  const [plan, between] = [word('08:00', '13:00'), word('11:00')];
  expect(whichReportWins([plan, between], noon)).toBe(between);
  expect(whichReportIsNext([plan, between], noon)).toBe(plan);
  expect(whichReportWins([plan, between], at('13:00'))).toBe(plan);
});

test('nobody has said: nothing wins', () => expect(whichReportWins([], noon)).toBeUndefined());

const instant = fc.integer({ min: 0, max: 23 }).map(hour => at(`${String(hour).padStart(2, '0')}:00`));
const words = fc
  .array(fc.tuple(instant, instant), { minLength: 1, maxLength: 8 })
  .map(times => times.map(([observedAt, effectiveFrom]) => ({ ...word('00:00'), observedAt, effectiveFrom })));

test('the order of arrival changes nothing', () => {
  const shuffled = words.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), instant));
  fc.assert(fc.property(shuffled, ([all, other, now]) => whichReportWins(all, now) === whichReportWins(other, now)));
});

test('the present word, the plans and a new word are all that a command must read', () => {
  fc.assert(
    fc.property(words, instant, ([newest, ...older], now) => {
      const kept = older.filter(each => each === whichReportWins(older, now) || each.effectiveFrom > now);
      return whichReportWins([...kept, newest!], now) === whichReportWins([...older, newest!], now);
    }),
  );
});
