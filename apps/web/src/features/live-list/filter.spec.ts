import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../../ui/tokens.mjs';
import { addressOf, chosenIn, everything, filterOf, isEverything } from './filter.ts';

const inAddress = (search: string) => chosenIn(new URLSearchParams(search));

describe('what the list is of', () => {
  test('is read from the address', () =>
    expect(inAddress('?q=panier&state=FULL,OPEN,TO_CONFIRM&category=FOOD&territory=PONT_VIAU')).toEqual({
      text: 'panier',
      states: ['OPEN', 'FULL'],
      toConfirm: true,
      category: 'FOOD',
      territory: 'PONT_VIAU',
    }));
  test('is everything where the address says nothing, or nonsense', () =>
    expect([inAddress(''), inAddress('?state=NO&q=')]).toEqual([everything, everything]));
  test('asks the hub only for what was chosen', () => {
    expect(filterOf(everything)).toEqual({});
    expect(filterOf(inAddress('?q=%20taxi%20&state=TO_CONFIRM'))).toEqual({ text: 'taxi', toConfirm: true });
  });
  test('comes back from the address as it was', () => {
    const code = fc.option(fc.stringMatching(/^[A-Z_]{1,12}$/));
    const chosen = fc.record({
      text: fc.stringMatching(/^[^\s].{0,20}$/),
      states: fc.subarray([...states]),
      toConfirm: fc.boolean(),
      category: code,
      territory: code,
    });
    fc.assert(
      fc.property(chosen, one => {
        expect(chosenIn(new URLSearchParams(addressOf(one).toString()))).toEqual(one);
        expect(isEverything(one)).toBe(false);
      }),
    );
  });
});
