import { describe, expect, test } from '@jest/globals';
import { type Call, missingIn, newCall, recordOf, type Ref } from './call.ts';
import { type Act, type Desk, deskOf, reduce } from './desk.ts';
import { type Choices, keyed, type Option } from './keys.ts';

const of = (...values: string[]): Option[] => values.map(value => ({ value, words: value }));
const choices: Choices = {
  gender: of('WOMAN', 'MAN'),
  age: of('AGE_0_12', 'AGE_13_17', 'AGE_18_24'),
  language: [
    { value: 'fr', words: 'Français' },
    { value: 'ar', words: 'Arabe' },
    { value: 'hy', words: 'Arménien' },
  ],
  crisis: [],
  who: of('SELF', 'RELATIVE here', 'RELATIVE away'),
  line: of('PHONE_211', 'CHAT_211'),
  reason: of(
    ...'NO_SERVICE FULL CLOSED NOT_ELIGIBLE TOO_FAR TOO_EXPENSIVE LANGUAGE WAITING_LIST REFUSED_BY_CALLER HOURS NO_ANSWER'.split(' '),
  ),
  kind: [
    { value: 'GROCERY_DELIVERY food', words: 'Livraison d’épicerie' },
    { value: 'TAXI ', words: 'Transport ou taxi' },
  ],
  category: of('food', 'health'),
  contact: of('INFORMATION', 'SILENT'),
  target: of('N911', 'N811_1'),
  mode: of('WARM', 'NUMBER_GIVEN'),
  basis: of('CONSENT', 'SERIOUS_RISK'),
  result: of('TAKEN', 'NO_ANSWER'),
};
const kitchen: Ref = {
  serviceId: 'kitchen',
  name: { fr: 'Cuisine collective' },
  organization: { fr: 'Le Pain partagé' },
  seen: { state: 'LIMITED', stale: false, at: '2021-03-08T19:26:00.000Z' },
};
const at = '2021-03-08T19:20:00.000Z';
const later = '2021-03-08T19:26:00.000Z';

/** The desk after these keys, one a word. */
const press = (desk: Desk, keys: string, when = at): Desk =>
  keys
    .split(' ')
    .reduce(
      (before, key) =>
        keyed(before, key, choices, [kitchen]).reduce((d, deed) => (deed.is === 'go' ? d : reduce(d, deed as Act, when)), before),
      desk,
    );
const fresh = () => deskOf(newCall('call'));
const withNeed = () => reduce(fresh(), { is: 'need', key: 'one', text: 'épicerie', category: 'food', kind: 'GROCERY_DELIVERY' }, at);
const needOf = ({ call }: Desk) => call.needs[call.ringed];

describe('the profile, in single keys', () => {
  test('a letter, then a digit', () =>
    expect(press(fresh(), 'g 1 a 3 p 3').call).toMatchObject({
      gender: 'WOMAN',
      ageGroup: 'AGE_18_24',
      callerIs: 'RELATIVE',
      personPresent: false,
    }));
  test('a long list is also found in by typing', () => expect(press(fresh(), 'l a r m Enter').call.language).toBe('hy'));
  test('what was typed too much is taken back', () => expect(press(fresh(), 'l a r m Backspace 1').call.language).toBe('ar'));
  test('in a short one any other key does its own: nothing is hidden', () =>
    expect(press(fresh(), 'g a 1').call).toMatchObject({ gender: null, ageGroup: 'AGE_0_12' }));
  test('Escape closes a list and chooses nothing', () => {
    const desk = press(fresh(), 'g Escape');
    expect([desk.asking, desk.call.gender]).toEqual([null, null]);
  });
  test('without an event there is nothing to choose', () => expect(keyed(fresh(), 'c', choices, [])).toEqual([]));
  test('the interpreter is asked for, then here, then neither', () => {
    const asked = press(fresh(), 'i', at);
    const here = press(asked, 'i', later);
    expect([asked.call.interpreterAskedAt, here.call.interpreterHereAt, press(here, 'i').call.interpreterAskedAt]).toEqual([
      at,
      later,
      null,
    ]);
  });
});

describe('the clock', () => {
  test('runs from the first key that says something', () => {
    expect(press(fresh(), 'g').call.startedAt).toBeNull();
    expect(press(fresh(), 'g 1').call.startedAt).toBe(at);
  });
  test('and is not started again', () => expect(press(press(fresh(), 'g 1', at), 'a 1', later).call.startedAt).toBe(at));
});

describe('a need', () => {
  test('J: referred; K and a digit: in part, and why; U and a digit: no resource, and why', () => {
    expect(needOf(press(withNeed(), 'j'))).toMatchObject({ outcome: 'MET', reason: null });
    expect(needOf(press(withNeed(), 'k 2'))).toMatchObject({ outcome: 'PARTLY_MET', reason: 'FULL' });
    expect(needOf(press(withNeed(), 'u 1'))).toMatchObject({ outcome: 'UNMET', reason: 'NO_SERVICE' });
  });
  test('the reasons beyond nine are on the next page', () =>
    expect(needOf(press(withNeed(), 'u 0 2'))).toMatchObject({ reason: 'NO_ANSWER' }));
  test('a reason is forgotten when it is referred after all', () =>
    expect(needOf(press(withNeed(), 'u 1 j'))).toMatchObject({ reason: null }));
  test('a digit names the resource, and takes it back', () => {
    const given = press(withNeed(), '1');
    expect(needOf(given)?.references).toEqual([kitchen]);
    expect(needOf(press(given, '1'))?.references).toEqual([]);
  });
  test('a digit that no resource has does nothing', () => expect(keyed(withNeed(), '2', choices, [kitchen])).toEqual([]));
  test('keys of a need do nothing where there is none', () => expect(keyed(fresh(), 'j', choices, [kitchen])).toEqual([]));
  test('E corrects the kind; one of no category asks for it; what the hub says later changes nothing', () => {
    const corrected = press(withNeed(), 'e t a x i Enter 2');
    expect(needOf(corrected)).toMatchObject({ kind: 'TAXI', category: 'health' });
    const told = reduce(corrected, { is: 'understood', key: 'one', category: 'food', kind: 'FOOD_AID' }, at);
    expect(needOf(told)).toMatchObject({ kind: 'TAXI' });
  });
  test('what the hub understands is taken where nobody chose', () =>
    expect(needOf(reduce(withNeed(), { is: 'understood', key: 'one', category: 'food', kind: 'FOOD_AID' }, at))).toMatchObject({
      kind: 'FOOD_AID',
    }));
  test('arrows go from one need to the other and stay within them', () => {
    const two = reduce(withNeed(), { is: 'need', key: 'two', text: 'taxi', category: null, kind: 'TAXI' }, at);
    expect([two, press(two, 'ArrowUp'), press(two, 'ArrowUp ArrowUp'), press(two, 'ArrowDown')].map(({ call }) => call.ringed)).toEqual([
      1, 0, 0, 1,
    ]);
    expect(press(two, 'ArrowUp Delete').call.needs.map(({ key }) => key)).toEqual(['two']);
  });
});

test('a handover: to whom, how, on what ground, and what came of it', () => {
  expect(press(fresh(), 'x 1 1 2 1').call.handovers).toEqual([{ to: 'N911', mode: 'WARM', basis: 'SERIOUS_RISK', result: 'TAKEN' }]);
  expect(press(fresh(), 'x 1 1 Escape').call.handovers).toEqual([]);
});

describe('before hanging up', () => {
  const begun = press(withNeed(), 'j').call;
  test('what is missing is named', () => {
    expect(missingIn(withNeed().call)).toEqual(['place', 'language', 'outcome']);
    expect(missingIn(press(withNeed(), 'u').call)).toContain('reason');
    expect(missingIn(newCall('call'))).toEqual(['need', 'place', 'language']);
  });
  test('a call without a need misses nothing', () => expect(missingIn({ ...newCall('call'), kind: 'SILENT' })).toEqual([]));
  test('its record says what was seen, under the key that the call has from its first key', () => {
    const call: Call = press(deskOf(begun), '1').call;
    expect(recordOf(call, later)).toMatchObject({
      ...{ startedAt: at, endedAt: later, idempotencyKey: 'call', draftId: 'call', language: 'und' },
      needs: [{ kind: 'GROCERY_DELIVERY', outcome: 'MET', references: ['kitchen'], seen: [{ serviceId: 'kitchen', ...kitchen.seen }] }],
    });
  });
  test('of a need that was not ended nothing is claimed, and nothing flagged', () =>
    expect(recordOf(withNeed().call, later).needs).toMatchObject([{ outcome: 'PARTLY_MET', unmetReason: null }]));
  test('an end before the beginning, by a clock put right meanwhile, is the beginning', () =>
    expect(recordOf(begun, '2021-03-08T19:00:00.000Z').endedAt).toBe(at));
});
