import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { fanal } from '../support/fanal.ts';
import {
  brokenServices,
  csvOf,
  hsdsJson,
  hsdsOrganizationId,
  hsdsServiceId,
  hsdsTables,
  writeDatapackage,
} from '../support/hsds-region.ts';
import { take, TestHub } from '../support/test-hub.ts';
import { zipOf } from '../support/zip.ts';

let folder: string, hub: TestHub, db: DataSource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hsds-'));
  hub = await TestHub.start();
  db = hub.db;
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Beside the running hub, as an operator would. */
const importing = (path: string, ...options: string[]) => fanal(hub.databaseUrl, 'import', 'hsds', path, ...options);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const count = async (sql: string, ...values: unknown[]) => Number((await db.query(`select count(*) from ${sql}`, values))[0].count);

test('a region of two hundred services goes in from its datapackage', async () => {
  const { code, out, err } = await importing(await writeDatapackage(join(folder, 'region'), hsdsTables()));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(plain(out)).toContain('Services : 200 créés, 0 modifiés, 0 inchangés, 0 retirés');
  expect(await count('directory_published.service')).toBe(200);
  expect(await count(`directory_published.service where territories @> '{vimont,laval,quebec}' and categories = '{food}'`)).toBeGreaterThan(
    0,
  );
  expect(await count('directory_published.location where territory_code is null')).toBe(0);
});

test('one of its services is reported on, and whoever watches sees it turn', async () => {
  const [serviceId, organizationId] = [hsdsServiceId(7), hsdsOrganizationId(7)];
  const anybody = await hub.as();
  const { position } = await anybody.ask('{ position }');
  const board = take(anybody.watch(live, { after: position, filter: { territory: 'laval' } }), 1);
  const partner = await hub.as('PARTNER_EDITOR', organizationId);
  const { reportServiceStatus: answer } = await partner.ask(reporting, { input: { serviceId, state: 'FULL' } });
  expect(answer.__typename).toBe('ServiceStatusReported');

  const [{ serviceStatusChanged: change }] = await board;
  expect(change).toMatchObject({
    previousState: 'UNKNOWN',
    status: { state: 'FULL' },
    service: {
      id: serviceId,
      name: { fr: 'Aide aux devoirs 8' },
      organization: { id: organizationId },
      categories: [{ code: 'education' }],
    },
  });
  const { service } = await anybody.ask(`{ service(id: "${serviceId}") { ${facts} status { state } } }`);
  expect(change.service).toEqual({ ...service, status: undefined }); // told by the loader as by the list
});

test('a second time, and in its nested form, it changes nothing and says so', async () => {
  const before = await db.query('select max(changed_at) from directory.service');
  await writeFile(join(folder, 'region.json'), JSON.stringify(hsdsJson(hsdsTables())));
  for (const path of ['region', 'region.json']) {
    const { code, out } = await importing(join(folder, path));
    expect(code).toBe(0);
    expect(out).toContain('Rien n’a changé.');
    expect(plain(out)).toContain('Services : 0 créés, 0 modifiés, 200 inchangés, 0 retirés');
  }
  expect(await db.query('select max(changed_at) from directory.service')).toEqual(before);
});

test('a zip of it is read where it lies', async () => {
  const files = Object.entries(hsdsTables()).map(([name, rows]) => ({ name: `region/${name}.csv`, bytes: Buffer.from(csvOf(rows)) }));
  await writeFile(join(folder, 'region.zip'), zipOf(files));
  const { code, out, err } = await importing(join(folder, 'region.zip'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(plain(out)).toContain('Services : 0 créés, 0 modifiés, 200 inchangés');
});

test.each([
  ['leads outside', [{ name: '../services.csv', bytes: Buffer.from('id\n') }]],
  ['unpacks to a mountain', [{ name: 'services.csv', bytes: Buffer.alloc(2 ** 22) }]],
  ['unpacks to more than it says', [{ name: 'services.csv', bytes: Buffer.alloc(100_000, 'abc\n'), claimed: 10 }]],
  ['holds the same twice', [1, 2].map(() => ({ name: 'services.csv', bytes: Buffer.from('id\n') }))],
])('a zip that %s is refused', async (_, files) => {
  await writeFile(join(folder, 'bad.zip'), zipOf(files));
  const { code, out, err } = await importing(join(folder, 'bad.zip'));
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
});

test('broken rows are listed with line, column and reason, and the good ones go in', async () => {
  const tables = hsdsTables(210);
  const { rows, codes } = brokenServices(12);
  tables.services!.splice(50, 0, ...rows);
  const csv = csvOf(tables.services!).replace('Un service inventé.', 'Un service "inventé.'); // and one that does not close its quote
  await writeDatapackage(join(folder, 'broken'), tables);
  await writeFile(join(folder, 'broken', 'services.csv'), csv);

  const { code, out, err } = await importing(join(folder, 'broken'), '--report', join(folder, 'report.csv'));
  expect(code).toBe(1);
  expect(plain(out)).toContain('Services : 10 créés, 0 modifiés, 199 inchangés');
  expect(plain(err)).toMatch(/services\.csv:\d+ {2}status {2}« ouvert » n’est pas une valeur permise/);

  const report = (await readFile(join(folder, 'report.csv'), 'utf8')).trimEnd().split('\r\n');
  expect(report[0]).toBe('\ufeff"fichier","ligne","colonne","effet","raison"');
  const services = report.filter(line => line.startsWith('"services.csv"'));
  expect(services).toHaveLength(codes.length + 1);
  const at = csv.split('\r\n').findIndex(line => line.includes('"ouvert"') || line.includes(',ouvert,'));
  expect(
    services.some(line =>
      line.startsWith(`"services.csv","${csv.split('\r\n').slice(0, at).join('\r\n').split('\n').length + 1}","status"`),
    ),
  ).toBe(true);
  expect(await count('directory.service')).toBe(210);
});

test('what a source no longer says of a service goes, what was flagged here stays', async () => {
  const tables = hsdsTables();
  const [first, second] = tables.services!.map(({ id }) => id);
  await db.query(`update directory.service set confidential = true, confidential_reason = 'Menaces' where id = $1`, [second]);
  tables.phones = tables.phones!.filter(({ service_id }) => service_id !== first);
  tables.service_areas = tables.service_areas!.map(area => (area.service_id === first ? { ...area, name: 'Duvernay' } : area));
  tables.services![1] = { ...tables.services![1]!, status: 'defunct' };
  await importing(await writeDatapackage(join(folder, 'later'), tables));

  expect(await count('directory.phone where service_id = $1', first)).toBe(0);
  expect(await count(`directory.service where id = $1 and serving @> '{duvernay}' and not serving @> '{vimont}'`, first)).toBe(1);
  expect(await count('directory_published.service where id = $1', second)).toBe(0);
  expect(await count('directory.service where id = $1 and confidential', second)).toBe(1);
});

test.each([
  ['nothing', 'nowhere', 'Il n’y a rien à cet endroit'],
  ['a folder of something else', 'empty', 'ni organismes ni services'],
  ['a broken JSON', 'broken.json', 'n’est pas un JSON lisible'],
  ['a zip that is none', 'false.zip', 'ne peut pas être lu'],
])('%s is refused as a whole, in one line', async (_, name, words) => {
  await writeDatapackage(join(folder, 'empty'), {});
  await writeFile(join(folder, 'broken.json'), '[{"id": ');
  await writeFile(join(folder, 'false.zip'), 'PK');
  const { code, out, err } = await importing(join(folder, name));
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
  expect(err).toContain(words);
});

const facts = `id name { fr en } description { fr en } organization { id name { fr en } kind } categories { code name { fr } }
  locations { id name { fr } address latitude longitude territory { code kind parent { code } } } phones { number extension description { fr } }
  languages access`;
const live = `subscription ($after: Position, $filter: ServiceChangeFilter) { serviceStatusChanged(after: $after, filter: $filter) {
  previousState status { state } service { ${facts} } } }`;
const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }`;
