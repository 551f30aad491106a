import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const here = import.meta.dirname;
const files = (pattern: string) => globSync(pattern, { cwd: here }).sort();

type Words = { [key: string]: string | Words };
const read = (file: string): Words => JSON.parse(readFileSync(join(here, file), 'utf8'));
/** Each sentence under its whole key, « ask.due_one ». */
const sentences = (words: Words, under = ''): Map<string, string> =>
  new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[under + key, value] as const] : [...sentences(value, `${under}${key}.`)],
    ),
  );

/** French counts in three ways, English in two: `_many` has its equal in `_other`. */
const keys = (words: Map<string, string>) => [...words.keys()].filter(key => !key.endsWith('_many'));
const placesIn = (sentence: string | undefined) => sentence?.match(/{{\w+}}/g)?.sort() ?? [];

const french = files('**/*.fr.json');
const named = new Set(french);

test('every French file has its English one, and no other', () =>
  expect(files('**/*.en.json').map(file => file.replace('.en.', '.fr.'))).toEqual(french));

describe.each(french)('%s', file => {
  const fr = sentences(read(file));
  const en = sentences(read(file.replace('.fr.', '.en.')));

  test('says the same things in English', () => expect(keys(en)).toEqual(keys(fr)));
  test('counts in French as French does', () => {
    for (const key of fr.keys())
      if (key.endsWith('_other'))
        expect([key, fr.has(key.replace('_other', '_many')), fr.has(key.replace('_other', '_one'))]).toEqual([key, true, true]);
  });
  test('leaves the same places for names and numbers', () => {
    for (const [key, sentence] of fr)
      expect([key, placesIn(en.get(key) ?? en.get(key.replace('_many', '_other')))]).toEqual([key, placesIn(sentence)]);
  });
  test('leaves no sentence empty', () => {
    for (const [key, sentence] of [...fr, ...en]) expect([key, sentence.trim()]).not.toEqual([key, '']);
  });
  test('breaks no line before a high sign, inside guillemets or inside an hour', () => {
    for (const [key, sentence] of fr)
      expect([key, sentence]).toEqual([key, expect.not.stringMatching(/ [:%$»]|« |(\d|\}\}) (h|min|%|\$)(?!\p{L})/u)]);
  });
  test('uses the apostrophe and the ellipsis of printers', () => {
    for (const [key, sentence] of [...fr, ...en]) expect([key, sentence]).toEqual([key, expect.not.stringMatching(/'|\.\.\./)]);
  });
});

/** Text between tags, and the attributes that people read or hear. */
function literalsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(here, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const spoken = ts.isJsxAttribute(node) && /^(aria-label|title|alt|placeholder|label)$/.test(node.name.getText()) && node.initializer;
    const text = ts.isJsxText(node) ? node.text : spoken && ts.isStringLiteral(spoken) ? spoken.text : '';
    if (/\p{L}{2}/u.test(text) && text.trim() !== 'Fanal') found.push(text.trim());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test.each(files('**/*.tsx'))('%s holds no sentence of its own', file => expect(literalsIn(file)).toEqual([]));

/** Whatever the code asks for, by its whole key or by its beginning: `t('ask.due')`, `t(`state.${state}`)`. */
describe('every word is used', () => {
  const code = files('**/*.{ts,tsx}')
    .filter(file => !/\.spec\.|\/gql\//.test(file))
    .map(file => readFileSync(join(here, file), 'utf8'))
    .join('\n');
  const asked = (key: string) => {
    const whole = key.replace(/_(one|many|other)$/, '');
    const parts = whole.split('.');
    if (code.includes(`'${whole}'`)) return true;
    return parts.some((_, at) => at > 0 && code.includes(`\`${parts.slice(0, at).join('.')}.\${`)) || code.includes(`fr.${parts[0]}[`);
  };
  test.each([...named])('%s', file => expect([...sentences(read(file)).keys()].filter(key => !asked(key))).toEqual([]));
});
