import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { restsUntil } from './rests.ts';

const at = new Date('2026-03-02T14:00:00Z');
const minutes = (result: Parameters<typeof restsUntil>[0]['result'], inVain: number) => {
  const until = restsUntil({ result, at, inVain, callBackAt: null });
  return until && (+until - +at) / 60_000;
};

test('nobody there: half an hour, then twice as long each time', () => {
  expect([0, 1, 2, 3].map(inVain => minutes('NO_ANSWER', inVain))).toEqual([30, 60, 120, 240]);
  expect([0, 1, 2].map(inVain => minutes('VOICEMAIL', inVain))).toEqual([120, 240, 480]);
});

test('an answer rests for nothing; a wrong number a day, a refusal a week; a call back until then', () => {
  expect([minutes('ANSWERED', 3), minutes('WRONG_NUMBER', 0), minutes('REFUSED', 0)]).toEqual([null, 1440, 10_080]);
  const callBackAt = new Date('2026-03-03T09:00:00Z');
  expect(restsUntil({ result: 'CALL_BACK', at, inVain: 5, callBackAt })).toEqual(callBackAt);
});

test('it grows, and never beyond a day', () => {
  fc.assert(
    fc.property(fc.constantFrom('NO_ANSWER' as const, 'VOICEMAIL' as const), fc.nat(5_000), (result, inVain) => {
      const [now, next] = [minutes(result, inVain)!, minutes(result, inVain + 1)!];
      return now <= next && next <= 1_440;
    }),
  );
});
