import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/index.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

// The table of docs/searches.md is what is tested, over 6,000 services: WRITE_SEARCHES=1 writes what is found now, to be read before it is kept.
const FILE = 'docs/searches.md';
const row = /^\| (fr|en) \| `(.*?)`(?: × (\d+))? \| (.*) \| (.*) \|$/;
const page = readFileSync(FILE, 'utf8').split('\n');
const rows = page.flatMap(line => {
  const [, language, written, times = '1', first, how] = row.exec(line) ?? [];
  return language ? [{ line, language, text: written!.repeat(Number(times)), first, how }] : [];
});

const WHOLE = process.env.FANAL_LONG === '1';
/** Where another service comes first among the demonstration's four hundred. */
const amongFew: Readonly<Record<string, string>> = {
  itinérance: 'Halte-chaleur et fraîcheur | NAME CATEGORY_OR_ORGANIZATION',
  homeless: 'Warm and cool stop | NAME CATEGORY_OR_ORGANIZATION',
  logement: 'Soutien aux locataires | CATEGORY_OR_ORGANIZATION DESCRIPTION',
  housing: 'Support for tenants | CATEGORY_OR_ORGANIZATION DESCRIPTION',
  'comptoir alimentaire chomedey': 'Paniers de dépannage alimentaire | NAME PLACE_NAME SYNONYM',
};
const TUESDAY_AT_TEN = Date.parse('2026-03-03T15:00:00Z');

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_CLOCK_OFFSET: String(TUESDAY_AT_TEN - Date.now()) });
  await loadDemo({ get: (part: never) => hub.get(part) } as never, WHOLE ? { services: 6_000 } : {}); // it asks for parts and nothing else
}, 300_000);
afterAll(() => hub?.close());

const asked = `query ($text: String) { services(filter: { text: $text }, first: 1) { correctedText edges { node { name { fr en } match { reasons } } } } }`;

async function found(text: string, language: string): Promise<{ first: string; how: string }> {
  const { services } = await (await hub.as()).ask(asked, { text });
  const [edge] = services.edges as Answer[];
  if (!edge) return { first: '—', how: services.correctedText ? `*${services.correctedText}*` : '' };
  const { name, match } = edge.node;
  const how = [services.correctedText && `*${services.correctedText}*`, match.reasons.join(' ')].filter(Boolean).join(' · ');
  return { first: (language === 'en' ? (name.en ?? name.fr) : (name.fr ?? name.en)) as string, how };
}

const ending = (line: string, end: string) => line.replace(/\| [^|]* \| [^|]* \|$/, () => `| ${end} |`);

test('forty searches at least, twenty in each language', () => {
  expect(['fr', 'en'].map(each => rows.filter(({ language }) => language === each).length).every(count => count >= 20)).toBe(true);
});

test('each finds first what the page says', async () => {
  const now = new Map<string, string>();
  const expected = new Map<string, string>();
  for (const { line, language, text } of rows) {
    const { first, how } = await found(text, language!);
    now.set(line, ending(line, `${first} | ${how}`));
    expected.set(line, WHOLE || !amongFew[text] ? line : ending(line, amongFew[text]));
  }
  if (WHOLE && process.env.WRITE_SEARCHES === '1') writeFileSync(FILE, page.map(line => now.get(line) ?? line).join('\n'));
  else expect([...now.values()]).toEqual([...expected.values()]);
}, 60_000);
