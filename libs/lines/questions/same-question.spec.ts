import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { telling } from './same-question.ts';

test('the same is asked in other words around it, in another order, without accents or with a plural', () => {
  const same = [
    'L’eau est-elle potable ?',
    'Est-ce que l’eau est potable',
    'potable, les eaux ?'.replace('eaux', 'eau'),
    'EAU POTABLE???',
    'leau'.replace('leau', 'L’eau potable'),
  ];
  expect(new Set(same.map(telling))).toEqual(new Set(['eau potable']));
  expect(telling('Où sont les centres d’hébergement ?')).toBe(telling('ou est le centre d hebergement'));
  expect(telling('Where can I get the sandbags?')).toBe(telling('sandbag'));
});

test('another thing is another question', () => {
  expect(telling('L’eau est-elle potable ?')).not.toBe(telling('L’eau est-elle coupée ?'));
  expect(telling('Combien ?')).toBe('combien');
  expect(telling('?!')).toBe('');
});

test('words asked twice or in any order are the same, and asking of what is compared changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('génératrice', 'école', 'ouverte', 'bus', 'neige', 'garderies'), { minLength: 1 }), words => {
      expect(telling(words.join(' '))).toBe(telling([...words, ...words].reverse().join(', ')));
      expect(telling(telling(words.join(' ')))).toBe(telling(words.join(' ')));
    }),
  );
});
