import { test } from '@jest/globals';
import fc from 'fast-check';
import { withinMeasure } from './database-clock.ts';

/** A clock that is `ahead` by so many milliseconds asks another; the answer is on its way back for some of the time that it took. */
const measured = (ahead: number, there: number, back: number) => {
  const asked = 1_000_000 + ahead;
  const told = 1_000_000 + there;
  const answered = asked + there + back;
  return +withinMeasure(new Date(asked), new Date(told), new Date(answered)) - (told + back);
};
const delays = fc.integer({ min: 0, max: 5_000 });

test('a clock that is right stays right, however slow the answer', () => {
  fc.assert(fc.property(delays, delays, (there, back) => measured(0, there, back) === 0));
});

test('a clock that is wrong is never made worse, and no further off than the answer took', () => {
  const ahead = fc.integer({ min: -1e7, max: 1e7 });
  fc.assert(
    fc.property(ahead, delays, delays, (before, there, back) => {
      const after = measured(before, there, back);
      return Math.abs(after) <= Math.abs(before) && Math.abs(after) <= there + back;
    }),
  );
});
