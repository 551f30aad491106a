import { expect, test } from '@jest/globals';
import { readRoundList } from './round-list.ts';

const none: ReadonlySet<string> = new Set();
const marie = { name: 'Marie', phone: '+14505550101', address: '1, rue A', language: 'fr', note: null };

test.each([
  ['semicolons and French titles', 'Nom;Téléphone;Adresse;Langue\nMarie;450 555-0101;1, rue A;français'],
  ['tabs, as a sheet pastes them', 'Name\tPhone\tAddress\tLanguage\r\nMarie\t(450) 555-0101\t1, rue A\tfr\r\n'],
  ['commas, another order, quotes', 'phone,language,address,name\n450-555-0101,FR,"1, rue A",Marie'],
  ['no titles at all', 'Marie;4505550101;1, rue A;fr'],
])('a list is read: %s', (_, text) => expect(readRoundList(text, none)).toEqual({ good: [marie], faults: [] }));

test('each row that cannot be called is told by its line; the others go in', () => {
  const text = [
    'nom;téléphone;adresse;langue;note',
    'Marie;450 555-0101;1, rue A;fr',
    'Paul;555;2, rue B',
    ';450 555-0102;;;',
    `${'x'.repeat(101)};450 555-0103;3, rue C`,
    'Jean;450 555-0104;4, rue D;? ?',
    '',
    'Marie encore;(450) 555-0101;1, rue A',
    'Résidence;450 555-0105;5, rue E;;Sonner deux fois',
    'Déjà là;450 555-0199;9, rue F',
  ].join('\n');
  const { good, faults } = readRoundList(text, new Set(['+14505550199']));
  expect(good.map(({ name }) => name)).toEqual(['Marie', 'Résidence']);
  expect(faults).toEqual([
    { line: 3, kind: 'NUMBER_NOT_VALID' },
    { line: 4, kind: 'NAME_AND_ADDRESS_MISSING' },
    { line: 5, kind: 'TEXT_TOO_LONG' },
    { line: 6, kind: 'LANGUAGE_NOT_KNOWN' },
    { line: 8, kind: 'TWICE' },
    { line: 10, kind: 'TWICE' },
  ]);
});

test('what is no list says so at its first line', () =>
  expect(readRoundList('"never closed;450 555-0101', none).faults).toEqual([{ line: 1, kind: 'NOT_READ' }]));
