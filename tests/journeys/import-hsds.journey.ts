import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { brokenServices, csvOf, hsdsJson, hsdsTables, writeDatapackage } from '../support/hsds-region.ts';
import { cloneDatabase, dropDatabase } from '../support/test-database.ts';

let folder: string, databaseUrl: string, db: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hsds-'));
  databaseUrl = await cloneDatabase();
  db = new pg.Client(databaseUrl);
  await db.connect();
});
afterAll(async () => {
  await db?.end();
  if (databaseUrl) await dropDatabase(databaseUrl);
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** `npm run fanal -- …`, on this database. */
function fanal(...args: string[]): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, FANAL_DEMO: '1', LANG: 'fr_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' };
  const said: Said = { code: null, out: '', err: '' };
  const child = spawn('node', ['tools/run.mjs', 'apps/cli/main.ts', ...args], { env });
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise(done => child.on('close', code => done({ ...said, code })));
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const count = async (sql: string, ...values: unknown[]) => Number((await db.query(`select count(*) from ${sql}`, values)).rows[0].count);

test('a region of two hundred services goes in from its datapackage', async () => {
  const { code, out, err } = await fanal('import', 'hsds', await writeDatapackage(join(folder, 'region'), hsdsTables()));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(plain(out)).toContain('Services : 200 créés, 0 modifiés, 0 inchangés, 0 retirés');
  expect(await count('directory_published.service')).toBe(200);
  expect(await count(`directory_published.service where territories @> '{vimont,laval,quebec}' and categories = '{food}'`)).toBeGreaterThan(
    0,
  );
  expect(await count('directory_published.location where territory_code is null')).toBe(0);
});

test('a second time, and in its nested form, it changes nothing and says so', async () => {
  const before = await db.query('select max(changed_at) from directory.service');
  await writeFile(join(folder, 'region.json'), JSON.stringify(hsdsJson(hsdsTables())));
  for (const path of ['region', 'region.json']) {
    const { code, out } = await fanal('import', 'hsds', join(folder, path));
    expect(code).toBe(0);
    expect(out).toContain('Rien n’a changé.');
    expect(plain(out)).toContain('Services : 0 créés, 0 modifiés, 200 inchangés, 0 retirés');
  }
  expect((await db.query('select max(changed_at) from directory.service')).rows).toEqual(before.rows);
});

test('broken rows are listed with line, column and reason, and the good ones go in', async () => {
  const tables = hsdsTables(210);
  const { rows, codes } = brokenServices(12);
  tables.services!.splice(50, 0, ...rows);
  const csv = csvOf(tables.services!).replace('Un service inventé.', 'Un service "inventé.'); // and one that does not close its quote
  await writeDatapackage(join(folder, 'broken'), tables);
  await writeFile(join(folder, 'broken', 'services.csv'), csv);

  const { code, out, err } = await fanal('import', 'hsds', join(folder, 'broken'), '--report', join(folder, 'report.csv'));
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
  await fanal('import', 'hsds', await writeDatapackage(join(folder, 'later'), tables));

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
  const { code, out, err } = await fanal('import', 'hsds', join(folder, name));
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
  expect(err).toContain(words);
});
