import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kindsOf, LONGEST_LINE, textsOf, tooLong } from './texts.ts';

test('lines of two languages are put together by their place', () =>
  expect(textsOf('Accueil\n\n Repas ', 'Welcome\nShelter')).toEqual([
    { fr: 'Accueil', en: 'Welcome' },
    { en: 'Shelter' },
    { fr: 'Repas' },
  ]));

test('nothing but blanks says nothing', () => expect(textsOf(' \n', '\n\n')).toEqual([]));

test('a kind of need has a code made of its name, and no other’s', () =>
  expect(kindsOf('Sacs de sable\nHébergement d’urgence\nSacs de sable', '').map(({ code }) => code)).toEqual([
    'SACS_DE_SABLE',
    'HEBERGEMENT_D_URGENCE',
    'SACS_DE_SABLE_2',
  ]));

test('whatever is written, codes are such as the hub takes, and each once', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), lines => {
      const codes = kindsOf(lines.join('\n'), '').map(({ code }) => code);
      for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9_]{0,49}$/);
      expect(new Set(codes).size).toBe(codes.length);
    }),
  ));

test('a line that is too long is told by how it begins; as long as may be, it is not', () => {
  expect(tooLong('Abri', `Un\n${'é'.repeat(LONGEST_LINE + 1)}`)).toBe(`${'é'.repeat(24)}…`);
  expect(tooLong(' '.repeat(20) + 'é'.repeat(LONGEST_LINE), null)).toBeNull();
});

test('a kind of need keeps its code as long as it keeps a name; another never takes it', () => {
  const known = [{ code: 'SANDBAGS', name: { fr: 'Sacs', en: 'Bags' } }];
  expect(kindsOf('Sacs\nSandbags', 'Sandbags\n', known).map(({ code }) => code)).toEqual(['SANDBAGS', 'SANDBAGS_2']);
  expect(kindsOf('Sacs de sable', 'Bags', known).map(({ code }) => code)).toEqual(['SANDBAGS']);
});
