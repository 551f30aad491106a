import { expect, test } from '@jest/globals';
import { type Named, understood } from './understood.ts';

const kinds: Named<string>[] = [
  {
    kind: 'GROCERY_DELIVERY',
    names: ['Livraison d’épicerie', 'Grocery delivery'],
    words: ['épicerie', 'livraison', 'livrer', 'groceries'],
  },
  { kind: 'FOOD_AID', names: ['Aide alimentaire', 'Food aid'], words: ['manger', 'panier', 'banque alimentaire', 'hungry'] },
  { kind: 'TAXI', names: ['Transport ou taxi', 'Transport or taxi'], words: ['taxi', 'transport'] },
];
const best = (text: string) => understood(text, kinds)[0]?.kind;

test.each([
  ['pu capable d’aller à l’épicerie', 'GROCERY_DELIVERY'],
  ['Livraison d’épicerie', 'GROCERY_DELIVERY'],
  ['I need my groceries delivered', 'GROCERY_DELIVERY'],
  ['plus rien à manger', 'FOOD_AID'],
  ['un panier de la banque alimentaire', 'FOOD_AID'],
  ['un TAXI pour la clinique', 'TAXI'],
  ['we are hungry', 'FOOD_AID'],
])('« %s » asks for %s', (text, kind) => expect(best(text)).toBe(kind));

test.each(['', '   ', 'j’ai besoin d’aide', 'piano'])('« %s » asks for nothing that is known', text =>
  expect(understood(text, kinds)).toEqual([]),
);

test('what is called by its name comes before what shares a word', () => {
  const [first, second] = understood('aide alimentaire, livraison', kinds);
  expect([first?.kind, second?.kind]).toEqual(['FOOD_AID', 'GROCERY_DELIVERY']);
  expect(first!.score).toBeGreaterThan(second!.score);
});
