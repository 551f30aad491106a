import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportHsds } from '#libs/directory';
import { fanal } from '../support/fanal.ts';
import { bonnePage, kitchen, library, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub, folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: object | null, geometry: object | null) => ({ type: 'Feature', properties, geometry });

async function importing(features: unknown, ...options: string[]) {
  const path = join(folder, 'contours.geojson');
  await writeFile(path, typeof features === 'string' ? features : JSON.stringify({ type: 'FeatureCollection', features }));
  return fanal(hub.databaseUrl, 'import', 'boundaries', path, ...options);
}
const territoriesAt = async (latitude: number, longitude: number) =>
  (await hub.db.query('select directory_published.territories_at($1, $2) as codes', [latitude, longitude]))[0].codes;
const servingAt = async (latitude: number, longitude: number) =>
  (await hub.db.query('select directory_published.serving_at($1, $2) as id order by 1', [latitude, longitude])).map(({ id }: Answer) => id);
const above = ['cmm', 'laval', 'laval-mrc', 'quebec'];
const locatedIn = async (id: string) =>
  (await hub.db.query('select located_in from directory_published.service where id = $1', [id]))[0].located_in.filter(
    (code: string) => !above.includes(code),
  );

test('without boundaries a point lies in the neighbourhood whose heart is nearest, within the frame of the region', async () => {
  expect(await territoriesAt(45.6051, -73.7261)).toEqual([...above, 'vimont']);
  expect(await territoriesAt(46.81, -71.21)).toEqual([]);
});

test('a file draws what it names, accents forgiven; places follow; what it draws of no territory of ours is said', async () => {
  const laval = feature({ name: 'LAVAL', code: '65' }, polygon(ring(-73.92, 45.5, -73.5, 45.72), ring(-73.6, 45.6, -73.58, 45.62)));
  const dorothee = feature({ nom: 'Sainte-Dorothee', ville: 'Laval' }, polygon(ring(-73.83, 45.52, -73.74, 45.545))); // as far as Chomedey's place
  const other = feature({ nom: 'Longueuil', ville: 'Laval' }, polygon(ring(-73.5, 45.4, -73.4, 45.5)));
  const elsewhere = feature({ nom: 'Québec' }, polygon(ring(-71.4, 46.7, -71.1, 46.9))); // the city, where the province's heart is
  const { code, out, err } = await importing([laval, dorothee, other, elsewhere]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.replaceAll('\u00a0', ' ')).toContain('Laval (laval) : contour reçu');
  expect(out.replaceAll('\u00a0', ' ')).toContain('Sainte-Dorothée (sainte-dorothee) : contour reçu');
  expect(out.replaceAll('\u00a0', ' ')).toContain('2 contours ne sont d’aucun territoire connu : Longueuil, Québec');
  expect(out.replaceAll('\u00a0', ' ')).toContain('Lieux dont le territoire a changé : 1');
  expect(await locatedIn(kitchen)).toEqual(['pont-viau', 'sainte-dorothee']);
  expect(await locatedIn(library)).toEqual(['vimont']);

  expect(await territoriesAt(45.54, -73.75)).toEqual([...above, 'sainte-dorothee'].sort());
  expect(await territoriesAt(45.6051, -73.7261)).toEqual([...above, 'vimont']);
  expect(await territoriesAt(45.61, -73.59)).toEqual([]); // in the hole
  expect(await territoriesAt(45.45, -73.45)).toEqual([]);
});

test('twice the same changes nothing', async () => {
  const same = feature({ nom: 'Sainte-Dorothée' }, polygon(ring(-73.83, 45.52, -73.74, 45.545)));
  const { code, out } = await importing([same]);
  expect(code).toBe(0);
  expect(out.replaceAll('\u00a0', ' ')).toContain('Sainte-Dorothée (sainte-dorothee) : inchangé');
  expect(out.replaceAll('\u00a0', ' ')).toContain('Lieux dont le territoire a changé : 0');
  const audited = await hub.db.query(`select subject from platform.audit_entry where act = 'boundary:import' order by subject`);
  expect(audited).toEqual([{ subject: 'laval' }, { subject: 'sainte-dorothee' }]);
});

test.each<[string, unknown, string]>([
  ['not closed', [feature({ nom: 'Vimont' }, polygon(ring(0, 0, 1, 1).slice(0, 4)))], 'Un contour ne se referme pas'],
  ['in metres', [feature({ nom: 'Vimont' }, polygon(ring(270_000, 5_040_000, 280_000, 5_050_000)))], 'ne sont pas des degrés'],
  ['a point', [feature({ nom: 'Vimont' }, { type: 'Point', coordinates: [0, 0] })], 'ni un polygone'],
  ['nothing', [feature({ nom: 'Vimont' }, null)], 'ni un polygone'],
  ['nameless', [feature(null, polygon(ring(0, 0, 1, 1)))], 'Aucun contour'],
  ['ours by its code, and elsewhere', [feature({ territory: 'chomedey' }, polygon(ring(0, 0, 1, 1)))], 'n’est pas là où se trouve'],
  ['no feature', [null, 3], 'Aucun contour'],
  ['no collection', '{"type": "Polygon"}', 'n’est pas une collection GeoJSON'],
  ['no JSON', '<kml/>', 'n’est pas un JSON'],
])('a boundary that is %s is refused, and said', async (_, features, reason) => {
  const { code, err } = await importing(features);
  expect(code).toBe(1);
  expect(err.replaceAll('\u00a0', ' ')).toContain(reason);
  expect(await hub.db.query(`select code from directory.territory where boundary is not null order by 1`)).toHaveLength(2);
});

test('what was refused, and what is nobody’s, is in the report with its reason', async () => {
  const report = join(folder, 'report.csv');
  const features = [
    feature({ territory: 'chomedey' }, polygon(ring(0, 0, 1, 1))),
    feature({ nom: 'Longueuil' }, polygon(ring(0, 0, 1, 1))),
  ];
  expect((await importing(features, '--report', report)).code).toBe(1);
  expect((await readFile(report, 'utf8')).replaceAll('\u00a0', ' ')).toBe(
    '\ufeff"contour","nom","raison"\r\n"1","chomedey","Ce contour n’est pas là où se trouve ce territoire."\r\n"","Longueuil","Ce contour n’est d’aucun territoire connu."\r\n',
  );
});

test('a service serves a point by a territory of its areas, or by an area of its own; a badly drawn one is said', async () => {
  const service = (id: string, organization_id: string, extent: object | null, name?: string) => ({
    ...{ id, organization_id, status: 'active', name: 'Un service' },
    service_areas: [{ id: `area ${id}`, name, ...(extent && { extent: JSON.stringify(extent), extent_type: 'geojson' }) }],
  });
  const own = polygon(ring(-73.7, 45.6, -73.69, 45.61), ring(-73.696, 45.604, -73.694, 45.606));
  const services = [service(kitchen, pain, own), service(library, bonnePage, null, 'Vimont')];
  expect((await hub.get(ImportHsds).runOn({ services }, 'test', { source: 'test' })).problems).toEqual([]);
  expect(await servingAt(45.601, -73.699)).toContain(kitchen);
  expect(await servingAt(45.605, -73.695)).not.toContain(kitchen); // its hole
  expect(await servingAt(45.6051, -73.7261)).toEqual([library]);
  expect(await servingAt(45.54, -73.75)).toEqual([]);

  const broken = await hub
    .get(ImportHsds)
    .runOn({ services: [service(kitchen, pain, { type: 'Polygon', coordinates: [] })] }, 'test', { source: 'test' });
  expect(broken.problems).toMatchObject([{ column: 'extent', code: 'IMPORT_NOT_A_BOUNDARY', left: 'value' }]);
  expect(await servingAt(45.601, -73.699)).not.toContain(kitchen);
});

test('screens read the frame of the region, hearts and boundaries', async () => {
  const { region, territories } = await (
    await hub.as()
  ).ask('{ region { frame { west south east north } } territories { code latitude longitude boundary } }');
  expect(region.frame).toEqual({ west: -73.91, south: 45.5, east: -73.51, north: 45.71 });
  const of = (code: string) => territories.find((each: Answer) => each.code === code);
  expect(of('vimont')).toEqual({ code: 'vimont', latitude: 45.605, longitude: -73.726, boundary: null });
  expect(of('laval').boundary).toMatchObject({ type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] });
});
