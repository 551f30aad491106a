import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ImportNeeds } from '#libs/needs';
import type { Role } from '#libs/identity';
import { gapsOn } from '../support/gaps.ts';
import { fanal } from '../support/fanal.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

const hubs = {} as { hub: TestHub; sibling: TestHub }; // before any of it is used
const { ask, flag, act } = gapsOn(hubs);
let folder: string;
beforeAll(async () => {
  hubs.hub = hubs.sibling = await TestHub.start();
  await someServices(hubs.hub.db);
  folder = await mkdtemp(join(tmpdir(), 'needs-'));
});
afterAll(async () => {
  await hubs.hub?.close();
  await rm(folder, { recursive: true, force: true });
});

const bearer = async (role: Role, organization = bonnePage) => ({
  authorization: `Bearer ${(await hubs.hub.as(role, organization)).token}`,
});
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('gaps as they are on the screen, as CSV and Excel, with nobody in them', async () => {
  const { id } = await flag({ kind: 'FOOD_AID', neighbourhood: 'sainte-rose' }, {}, { note: 'Mme Tremblay, 450 555-0199' });
  await act('commitToGap', { gapId: id, organizationId: pain, quantity: 12, unit: 'BASKET' }, 'PARTNER_EDITOR', pain);
  await flag({ kind: 'TAXI', neighbourhood: 'vimont' });
  const get = async (path: string, role: Role = 'CENTRE_SUPERVISOR', organization = bonnePage) =>
    fetch(`${hubs.hub.url}/exports/${path}`, { headers: await bearer(role, organization) });
  const csv = await (await get('gaps.csv?lang=fr&kinds=FOOD_AID')).text();
  const [header, ...rows] = csv.replace('\u{feff}', '').trim().split('\r\n');
  expect(header).toContain('Besoin');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('Aide alimentaire');
  expect(rows[0]).toContain('Sainte-Rose');
  expect(rows[0]).toContain('12 paniers');
  expect(csv).not.toContain('Tremblay');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await get('gaps.xlsx?lang=en')).arrayBuffer());
  expect(book.worksheets[0]!.name).toBe('Unmet needs');
  expect(book.worksheets[0]!.rowCount).toBe(3);
  expect((await get('gaps.csv', 'PARTNER_EDITOR', pain)).status).toBe(200);
  expect((await fetch(`${hubs.hub.url}/exports/gaps.csv`)).status).toBe(401);
  expect((await get('gaps.csv?states=WHAT')).status).toBe(400);
  expect((await get('gaps.pdf')).status).toBe(404);
});

test('another system sends what it recorded, a line each: the good ones are taken once, the others say why', async () => {
  const now = new Date().toISOString();
  const call = (sourceId: unknown, more: object = {}) => ({
    ...{
      sourceId,
      line: 'CHAT_211',
      startedAt: now,
      endedAt: now,
      language: 'fr',
      interpreted: false,
      caller: { neighbourhood: 'duvernay' },
    },
    needs: [{ category: 'food', kind: 'GROCERY_DELIVERY', outcome: 'UNMET', unmetReason: 'HOURS' }],
    ...more,
  });
  const send = async (lines: readonly unknown[], role: Role = 'COUNSELLOR'): Promise<Answer> => {
    const body = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const headers = { ...(await bearer(role)), 'content-type': 'application/x-ndjson' };
    const response = await fetch(`${hubs.hub.url}/api/contacts`, { method: 'POST', headers, body });
    if (response.status !== 200) return response.status;
    return (await response.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  };
  const lines = [
    call('a'),
    call('b'),
    'not json',
    call('c', { language: '??' }),
    call('d', { line: 'PIGEON' }),
    call(7),
    '',
    call('e', { endedAt: '1999-01-01T00:00:00Z' }),
  ];
  const answers = await send(lines);
  expect(answers).toEqual([
    { line: 1, sourceId: 'a', contactId: expect.any(String) },
    { line: 2, sourceId: 'b', contactId: expect.any(String) },
    { line: 3, code: 'BAD_USER_INPUT', message: expect.any(String), field: null },
    { line: 4, sourceId: 'c', code: 'LANGUAGE_UNKNOWN', message: expect.any(String), field: 'language' },
    { line: 5, code: 'BAD_USER_INPUT', message: expect.any(String), field: 'line' },
    { line: 6, code: 'BAD_USER_INPUT', message: expect.any(String), field: 'sourceId' },
    { line: 8, sourceId: 'e', code: 'CONTACT_ENDS_BEFORE_IT_STARTS', message: expect.any(String), field: 'endedAt' },
  ]);
  expect((await send(lines)).slice(0, 2)).toEqual(answers.slice(0, 2));
  expect(await send([call('a', { language: 'en' })])).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  const { gaps } = await ask('{ gaps(filter: { kinds: ["GROCERY_DELIVERY"] }) { edges { node { count } } } }');
  expect(gaps.edges).toEqual([{ node: { count: 2 } }]);
  expect(await send([call('z')], 'PARTNER_EDITOR')).toBe(403);
  expect((await fetch(`${hubs.hub.url}/api/contacts`, { method: 'POST', body: '{}' })).status).toBe(401);
});

test('past totals by month: the good lines go in, the others are told with line, column and reason; twice is the same', async () => {
  const path = await file('months.csv', 'month,needs\n2018-04,3792\n2018-13,5\n2018-05,many\n2018-06,4061\n2018-06,1\n2018-07,4,7\n');
  const imported = await hubs.hub.get(ImportNeeds).run(path);
  expect(imported).toMatchObject({ months: 2, records: 0, same: 0 });
  expect(imported.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, 'month', 'IMPORT_NEEDS_MONTH'],
    [4, 'needs', 'IMPORT_NEEDS_COUNT'],
    [6, 'month', 'IMPORT_NEEDS_TWICE'],
    [7, null, 'IMPORT_NEEDS_COLUMNS'],
  ]);
  expect(await hubs.hub.get(ImportNeeds).run(path)).toMatchObject({ months: 0, same: 2 });
});

test('past needs, a line each, in French or English; they open no gap, and twice is the same', async () => {
  const path = await file(
    'needs.csv',
    [
      'id;date;catégorie;besoin;résultat;motif;quartier;langue;genre;groupe d’âge',
      '1;2020-03-14;Alimentation;Aide alimentaire;UNMET;FULL;Pont-Viau;fr;WOMAN;AGE_75_PLUS',
      '2;2020-03-14T15:30;food;FOOD_AID;met;;Laval;en;;',
      '3;2020-03-14;Alimentation;Aide alimentaire;UNMET;FULL;Nulle part;fr;;',
      '4;demain;Alimentation;Aide alimentaire;MET;;;;;',
      '5;2020-03-14;Alimentation;;MET;;;;;',
    ].join('\n'),
  );
  const before = (await hubs.hub.db.query('select count(*)::int as n from needs.gap'))[0].n;
  const imported = await hubs.hub.get(ImportNeeds).run(path);
  expect(imported).toMatchObject({ records: 2, same: 0 });
  expect(imported.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [4, 'territory', 'IMPORT_NEEDS_CODE'],
    [5, 'at', 'IMPORT_NEEDS_INSTANT'],
    [6, 'kind', 'IMPORT_NEEDS_MISSING'],
  ]);
  expect(await hubs.hub.get(ImportNeeds).run(path)).toMatchObject({ records: 0, same: 2 });
  expect((await hubs.hub.db.query('select count(*)::int as n from needs.gap'))[0].n).toBe(before);
  const rows = await hubs.hub.db.query(
    `select ended_at, neighbourhood, municipality, language from needs.contact where source = 'IMPORT' order by source_id`,
  );
  expect(rows).toEqual([
    { ended_at: new Date('2020-03-14T16:00:00Z'), neighbourhood: 'pont-viau', municipality: 'laval', language: 'fr' },
    { ended_at: new Date('2020-03-14T19:30:00Z'), neighbourhood: null, municipality: 'laval', language: 'en' },
  ]);
});

test.each([
  ['an unknown column', 'month,needs,weather\n', 'IMPORT_NEEDS_UNKNOWN_COLUMN'],
  ['no header that we know', 'month\n2020-01\n', 'IMPORT_NEEDS_NO_HEADER'],
  ['nothing', '', 'IMPORT_NEEDS_NO_HEADER'],
])('a file that is none is refused whole: %s', async (name, text, code) => {
  await expect(hubs.hub.get(ImportNeeds).run(await file(`${name}.csv`, text))).rejects.toMatchObject({ code });
});

test('by command: what was taken in is said, what was refused with its reason, and a report has all of it', async () => {
  const path = await file('by-command.csv', 'mois;besoins\n2019-10;7740\n2019-11;beaucoup\n');
  const report = join(folder, 'report.csv');
  const { code, out, err } = await fanal(hubs.hub.databaseUrl, 'import', 'needs', path, '--report', report);
  expect([code, out.trim()]).toEqual([1, '1 mois et 0 besoins pris, 0 déjà là.']);
  expect(err).toContain('Ligne 3, needs');
  expect((await readFile(report, 'utf8')).split('\r\n')).toHaveLength(3);
});
