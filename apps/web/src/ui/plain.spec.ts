import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holds, plain } from './plain.ts';

test.each([
  ['epicerie', 'Épicerie solidaire', true],
  ['soli epi', 'Épicerie solidaire', true],
  ['coeur', 'Le Cœur en fête', true],
  ['paniers', 'Panier de Noël', true],
  ['cerie', 'Épicerie solidaire', false],
  ['aide au logement', 'Aide aux devoirs', false],
  ['', 'Épicerie', true],
])('« %s » in « %s »: %s', (asked, text, found) => expect(holds(asked, [text])).toBe(found));

test('a text is found by itself, whatever is beside it', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, beside) => expect(holds(text, [beside, text])).toBe(true)));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => expect(plain(plain(text))).toBe(plain(text))));
});
