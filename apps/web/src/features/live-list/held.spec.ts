import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HeldServiceFragment } from '../../hub/gql/graphql.ts';
import { states } from '../../ui/tokens.mjs';
import { everything } from './filter.ts';
import { choose, facetsOf } from './held.ts';

const now = Date.parse('2026-03-09T18:32:00Z');
const text = (fr: string) => ({ __typename: 'LocalizedText' as const, fr, en: null });
type Given = {
  id: string;
  name?: string;
  category?: string;
  language?: string;
  town?: string;
  at?: [number, number];
  openNow?: boolean;
} & Partial<HeldServiceFragment['status']>;
const service = ({ id, name = 'Comptoir', category = 'food', language = 'fr', town = 'vimont', at, openNow, ...status }: Given) =>
  ({
    __typename: 'Service',
    id,
    name: text(name),
    organization: { __typename: 'Organization', id: 'o', name: text('Le Pain partagé') },
    categories: [{ __typename: 'Category', code: category, name: text(category) }],
    languages: [language],
    locations: [
      {
        __typename: 'Location',
        id,
        latitude: at?.[0] ?? null,
        longitude: at?.[1] ?? null,
        territory: { __typename: 'Territory', code: town, name: text(town) },
      },
    ],
    status: { state: 'OPEN', staleAt: '2026-03-10T18:00:00Z', openNow: openNow ?? null, ...status },
  }) as unknown as HeldServiceFragment; // as much of one as is looked at
const stale = { staleAt: '2026-03-09T18:00:00Z' };
const held = [
  service({ id: 'full', state: 'FULL' }),
  service({ id: 'stale', ...stale }),
  service({ id: 'open', name: 'Épicerie solidaire', openNow: true, at: [45.56, -73.7] }),
  service({ id: 'far', category: 'housing', language: 'en', town: 'auteuil', at: [45.7, -73.7] }),
];
const ids = (change: Partial<typeof everything>) => choose(held, { ...everything, ...change }, now).map(({ id }) => id);

describe('without a line', () => {
  test('everything that was read is there, in the order of the list', () => expect(ids({})).toEqual(['open', 'far', 'stale', 'full']));
  test.each([
    ['words, whatever their accents', { text: 'epicerie' }, ['open']],
    ['the organization’s words', { text: 'pain partage' }, ['open', 'far', 'stale', 'full']],
    ['a category', { category: 'housing' }, ['far']],
    ['a language', { language: 'en' }, ['far']],
    ['a town', { where: { name: 'Auteuil', territory: 'auteuil', point: null } }, ['far']],
    ['what is near', { where: { name: 'Ici', territory: null, point: [45.57, -73.69] as [number, number] } }, ['open']],
    ['what is open now', { openNow: true }, ['open']],
    ['a state, of those that are sure', { states: ['OPEN' as const] }, ['open', 'far']],
    ['what is to be confirmed', { toConfirm: true }, ['stale']],
  ])('%s', (_, change, found) => expect(ids(change)).toEqual(found));
  test('a choice gives as many as it says', () => {
    const given = fc.record({
      state: fc.constantFrom(...states),
      category: fc.constantFrom('food', 'housing'),
      language: fc.constantFrom('fr', 'en'),
      staleAt: fc.constantFrom('2026-03-09T18:00:00Z', '2026-03-10T18:00:00Z'),
    });
    fc.assert(
      fc.property(fc.array(given), fc.constantFrom(null, 'food', 'housing'), (all, category) => {
        const services = all.map((each, n) => service({ ...each, id: String(n) }));
        const chosen = { ...everything, category };
        const facets = facetsOf(services, chosen, now);
        for (const { state, n } of facets.states) expect(choose(services, { ...chosen, states: [state] }, now)).toHaveLength(n);
        for (const each of facets.categories)
          expect(choose(services, { ...everything, category: each.category.code }, now)).toHaveLength(each.n);
        expect(choose(services, { ...chosen, toConfirm: true }, now)).toHaveLength(facets.toConfirm);
      }),
    );
  });
});
