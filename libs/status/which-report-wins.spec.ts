import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsFrom, outranks, whichReportIsNext, whichReportWins, type Word } from './which-report-wins.ts';

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

test('what was seen before a word was confirmed comes too late; what was seen since does not', () => {
  const confirmed = { ...word('08:00'), confirmedAt: at('10:00') };
  expect(whichReportWins([confirmed, word('09:00')], noon)).toBe(confirmed);
  const since = word('10:01');
  expect(whichReportWins([confirmed, since], noon)).toBe(since);
});

test('nobody has said: nothing wins', () => expect(whichReportWins([], noon)).toBeUndefined());

const instant = fc.integer({ min: 0, max: 23 }).map(hour => at(`${String(hour).padStart(2, '0')}:00`));
const words = fc
  .array(fc.tuple(instant, instant, fc.option(instant)), { minLength: 1, maxLength: 8 })
  .map(times => times.map(([observedAt, effectiveFrom, confirmedAt]) => ({ ...word('00:00'), observedAt, effectiveFrom, confirmedAt })));

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

/** One a minute: a confirmation, or a report of what was seen so many minutes before, in effect so many later. */
const acts = fc.array(fc.option(fc.tuple(fc.nat(9), fc.nat(9))), { maxLength: 12 });

test('a command that keeps the word that holds and the plans finds what all that was said amounts to; a confirmation is beaten only since', () => {
  fc.assert(
    fc.property(acts, all => {
      const said: Word[] = [];
      let kept: Word[] = [];
      return all.every((act, minute) => {
        const now = new Date(+noon + minute * 60_000);
        const held = whichReportWins(kept, now);
        const plans = kept.filter(each => each.effectiveFrom > now);
        if (!act && held) Object.assign(held, { confirmedAt: now });
        const [before, later] = act ?? [0, 0];
        const [observedAt, effectiveFrom] = [new Date(+now - before * 60_000), new Date(+now - (before - later) * 60_000)];
        const newer = act ? [{ ...word('00:00'), observedAt, effectiveFrom, confirmedAt: null }] : [];
        said.push(...newer);
        const holds = whichReportWins([...(held ? [held] : []), ...newer], now);
        kept = [...(holds ? [holds] : []), ...plans, ...newer.filter(each => each.effectiveFrom > now)];
        const late = act && held?.confirmedAt && countsFrom(newer[0]!) < +held.confirmedAt;
        return holds === whichReportWins(said, now) && (!late || holds === held);
      });
    }),
  );
});

test('confirming two words together leaves the greater the greater', () => {
  fc.assert(
    fc.property(words, ([one, other = one]) => {
      const [first, second] = [one!, other!].map(each => ({ ...each, confirmedAt: null }));
      const [again, too] = [first!, second!].map(each => ({ ...each, confirmedAt: at('23:59') }));
      return outranks(again!, too!) === outranks(first!, second!);
    }),
  );
});
