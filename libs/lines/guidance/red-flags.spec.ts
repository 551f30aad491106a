import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plain, raisedBy } from './red-flags.ts';

test('a word is found whatever its accents, its letters, its ending and what stands around it', () => {
  expect(raisedBy('Elle a une GÉNÉRATRICE dans le garage', ['génératrice', 'barbecue'])).toEqual(['génératrice']);
  expect(raisedBy('deux generatrices, et un mal   de tête!', ['génératrice', 'mal de tête'])).toEqual(['génératrice', 'mal de tête']);
  expect(raisedBy('He can’t breathe', ["can't breathe"])).toEqual(["can't breathe"]);
  expect(raisedBy('des idées suicidaires', ['suicid'])).toEqual(['suicid']);
});

test('in the middle of another word it is not; nor is anything in nothing', () => {
  expect(raisedBy('un tintamarre au larme', ['arme'])).toEqual([]);
  expect(raisedBy('un mal de dos, mauvaise tête', ['mal de tête'])).toEqual([]);
  for (const nothing of [null, undefined, '', '  ', '!!']) expect(raisedBy(nothing, ['arme', ''])).toEqual([]);
  expect(raisedBy('quelque chose', ['', ' ', '!'])).toEqual([]);
});

test('whatever stands before and after, a word that is there is found', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Génératrice', 'mal de tête', 'can’t'),
      (before, after, word) => {
        expect(raisedBy(`${before} ${word} ${after}`, [word])).toEqual([word]);
        expect(plain(plain(before))).toBe(plain(before));
      },
    ),
  );
});
