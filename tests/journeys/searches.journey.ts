import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/index.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

// The table of docs/searches.md is what is tested: WRITE_SEARCHES=1 writes what is found now, to be read before it is kept.
const FILE = 'docs/searches.md';
const row = /^\| (fr|en) \| `(.*?)`(?: × (\d+))? \| (.*) \| (.*) \|$/;
const page = readFileSync(FILE, 'utf8').split('\n');
const rows = page.flatMap(line => {
  const [, language, written, times = '1', first, how] = row.exec(line) ?? [];
  return language ? [{ line, language, text: written!.repeat(Number(times)), first, how }] : [];
});

const SERVICES = process.env.FANAL_LONG === '1' ? { services: 6_000 } : {};
const TUESDAY_AT_TEN = Date.parse('2026-03-03T15:00:00Z');

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_CLOCK_OFFSET: String(TUESDAY_AT_TEN - Date.now()) });
  await loadDemo({ get: (part: never) => hub.get(part) } as never, SERVICES); // it asks for parts and nothing else
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

test('forty searches at least, twenty in each language', () => {
  expect(['fr', 'en'].map(each => rows.filter(({ language }) => language === each).length).every(count => count >= 20)).toBe(true);
});

test('each finds first what the page says', async () => {
  const now = new Map<string, string>();
  for (const { line, language, text } of rows) {
    const { first, how } = await found(text, language!);
    now.set(
      line,
      line.replace(/\| [^|]* \| [^|]* \|$/, () => `| ${first} | ${how} |`),
    );
  }
  if (process.env.WRITE_SEARCHES === '1') writeFileSync(FILE, page.map(line => now.get(line) ?? line).join('\n'));
  else expect([...now.values()]).toEqual([...now.keys()]);
}, 60_000);
