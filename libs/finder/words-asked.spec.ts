import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lettersApart, nearWords } from './near-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };
import { askedBy, wordsAsked, wordsOf, wordsUnlike, written } from './words-asked.ts';

const meant = (text: string) => askedBy(wordsOf(text)).map(({ own, forms }) => [own.join(' '), forms.length > 1]);

test.each([
  [
    'Banques alimentaires pour ma famille',
    [
      ['banques alimentaires', true],
      ['famille', true],
    ],
  ],
  [
    'l’aide aux devoirs, svp',
    [
      ['aide devoirs', true],
      ['svp', false],
    ],
  ],
  [
    'Cœur d’Île',
    [
      ['coeur', false],
      ['ile', false],
    ],
  ],
  [
    'de la',
    [
      ['de', false],
      ['la', false],
    ],
  ],
  ['211', [['211', false]]],
])('%s', (text, words) => expect(meant(text)).toEqual(words));

test('what means the same finds the same, whichever way it is said', () => {
  for (const { same } of synonyms.groups as { same: string[] }[]) {
    const forms = askedBy(wordsOf(same[0]!)).map(({ forms }) => written(forms));
    for (const each of same) expect(forms.join(' ')).toContain(written([wordsOf(each)]));
  }
});

test('a word that may say something else leads to what it means here, and is not looked for; what only looks like it does not', () => {
  const [aids] = askedBy(wordsOf('AIDS'));
  expect([aids!.own, aids!.forms]).toEqual([['aids'], askedBy(wordsOf('ITSS'))[0]!.forms]);
  expect(written(aids!.forms)).not.toContain('aids');
  expect(askedBy(wordsOf('aide'))[0]!.forms).toEqual([['aide']]);
});

test('what is found too is not what was asked', () => {
  const [care] = askedBy(wordsOf('home care'));
  expect([care!.same, care!.forms].map(forms => written(forms).includes('menage'))).toEqual([false, true]);
  for (const { same, forms } of askedBy(wordsOf('épicerie chauffage vêtements'))) expect(forms).toEqual(expect.arrayContaining([...same]));
});

test.each([
  ['je cherche de la nourriture pour ma famille', ['nourriture']],
  ['Clothes for my whole family, please', ['clothes', 'please']],
  ['maison de la famille', ['maison', 'famille']],
  ['pour ma famille', ['famille']],
])('who asks for their family asks for something: %s', (text, words) => expect(wordsAsked(text)).toEqual(words));

test('every category of the 211 has its words, sixty groups at least', () => {
  expect(synonyms.groups.length).toBeGreaterThanOrEqual(60);
  expect(new Set(synonyms.groups.map(({ category }) => category)).size).toBe(20);
});

test('whatever is typed, what the index is asked is letters, digits and our own signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      for (const { forms } of askedBy(wordsOf(text)))
        expect(written(forms, 'AB')).toMatch(/^[\p{L}\p{N}]+(:AB)?( [&|] [\p{L}\p{N}]+(:AB)?)*$/u);
    }),
  );
});

test('words are near to each other by the letters between them, both ways', () => {
  expect(lettersApart('alimantaire', 'alimentaire')).toBe(1);
  expect(lettersApart('pian', 'pain')).toBe(1);
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => lettersApart(a, b) === lettersApart(b, a)));
  fc.assert(fc.property(fc.string({ maxLength: 12 }), word => lettersApart(word, word) === 0));
});

test('a short word, a number or another form of the same word is no mistake', () => {
  expect([
    nearWords('ami', ['amie']),
    nearWords('2112', ['2113', 'deux']),
    wordsUnlike('femmes').filter(each => each.startsWith('femme')),
  ]).toEqual([[], [], []]);
  expect(nearWords('alimantaire', ['alimentaire', 'alimentation', 'lunaire'])).toEqual(['alimentaire']);
});

test.each([
  ['foodbanks', 'banque'],
  ['breakfast', 'repas'],
  ['petit-déjeuner', 'repas'],
  ['sourds', 'handicap'],
  ['wheel chair', 'handicap'],
  ['language classes', 'francisation'],
  ['domestic violence', 'ecoute'],
])('%s is found by %s too, as one thing', (text, too) => {
  const asked = askedBy(wordsOf(text));
  expect([asked.length, asked[0]!.forms.flat().includes(too)]).toEqual([1, true]);
});

test('one of what is known as many may be mistyped too', () => expect(nearWords('vetment', wordsUnlike('vetment'))).toContain('vetement'));
