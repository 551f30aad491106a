import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { bonnePage, chomedey, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub, until } from '../support/test-hub.ts';

const fromVtPbf = createRequire(createRequire(import.meta.url).resolve('vt-pbf'));
const { VectorTile } = fromVtPbf('@mapbox/vector-tile');
const Pbf = fromVtPbf('pbf');

let hub: TestHub;
let researcher: TestClient;
beforeAll(async () => {
  hub = await TestHub.start(undefined, {
    FANAL_LIMITS: JSON.stringify({ exportsForAnybodyAtOnce: 2, exportWaitMs: 400, unreadMs: 1_000 }),
  });
  await someServices(hub.db);
  researcher = await hub.as('RESEARCHER', bonnePage);
  await hub.db.query(`
    update directory.service set name_fr = '=HYPERLINK("http://x";"Aide")' where id = '${library}';
    insert into directory.location (id, source_id, latitude, longitude, territory_code) values ('00000000-0000-7000-8000-000000000060', 'secret', 45.6065, -73.7269, 'vimont');
    insert into directory.service_at_location (id, service_id, location_id) values (gen_random_uuid(), '${shelter}', '00000000-0000-7000-8000-000000000060')`);
});
afterAll(() => hub?.close());

const get = (path: string, who?: TestClient, headers: Record<string, string> = {}) =>
  fetch(hub.url + path, { headers: { ...(who?.token && { authorization: `Bearer ${who.token}` }), ...headers } });

const lines = async (path: string, who?: TestClient, language = 'fr') => {
  const response = await get(path, who, { 'accept-language': language });
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return bytes.subarray(3).toString().trim().split('\r\n');
};

test('the list as a file for Excel in French: the same services in the same order, nothing taken for a formula', async () => {
  const [headers, ...rows] = await lines('/exports/services.csv');
  expect(headers).toContain('"Service";"Nom anglais";"Organisme"');
  expect(rows.map(row => row.slice(1, 37))).toEqual([library, kitchen]);
  expect(rows[0]).toContain(`;"'=HYPERLINK(""http://x"";""Aide"")";`);
  expect((await lines('/exports/services.csv', undefined, 'en'))[0]).toContain('"Organization"');
  expect((await lines('/exports/services.csv?categories=food&lang=en'))[1]).toContain('"Community kitchen"');
});

test.each([
  ['', {}],
  ['?text=cuisine', { text: 'cuisine' }],
  ['?near=45.5351,-73.7493,1', { near: { latitude: 45.5351, longitude: -73.7493, withinKm: 1 } }],
  ['?states=UNKNOWN&territory=vimont', { states: ['UNKNOWN'], territory: 'vimont' }],
  ['?bbox=-74,45,-73,46', { bbox: { west: -74, south: 45, east: -73, north: 46 } }],
  ['?toConfirm=1', { toConfirm: true }],
  ['?crisisId=', { crisisId: '' }],
])('%s is what the list shows, to each as they may see it', async (query, filter) => {
  for (const who of [await hub.as(), researcher]) {
    const { services } = await who.ask('query ($filter: ServiceFilter) { services(filter: $filter) { edges { node { id } } } }', {
      filter,
    });
    expect((await lines(`/exports/services.csv${query}`, who)).slice(1).map(row => row.slice(1, 37))).toEqual(
      services.edges.map(({ node }: Answer) => node.id),
    );
  }
});

test('as a workbook, and as places for a map', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await (await get('/exports/services.xlsx')).arrayBuffer()) as never);
  const sheet = book.worksheets[0]!;
  expect([sheet.rowCount, sheet.getCell('A2').value, sheet.getCell('B2').value]).toEqual([3, library, `'=HYPERLINK("http://x";"Aide")`]);

  const { features } = (await (await get('/exports/services.geojson')).json()) as Answer;
  expect(features.map(({ properties, geometry }: Answer) => [properties.id, geometry.coordinates])).toEqual([
    [library, [-73.7269, 45.6065]],
    [kitchen, [-73.7493, 45.5351]],
    [kitchen, [-73.6897, 45.5713]],
  ]);
});

test('a place is told as it is, and that places differ', async () => {
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  await researcher.ask(reporting, { input: { serviceId: kitchen, state: 'OPEN' } });
  await researcher.ask(reporting, { input: { serviceId: kitchen, locationId: pontViau, state: 'SUSPENDED', note: { fr: 'Dégât d’eau' } } });
  const { features } = (await (await get('/exports/services.geojson?categories=food&lang=fr')).json()) as Answer;
  expect(
    features.map(({ properties }: Answer) => [properties.location, properties.state, properties.serviceState, properties.row[1]]),
  ).toEqual([
    [chomedey, 'OPEN', 'OPEN', 'Ouvert'],
    [pontViau, 'SUSPENDED', 'OPEN', 'Fermé temporairement'],
  ]);
  expect(features[1].properties.row).toContain('Dégât d’eau');
  const [headers, row] = await lines('/exports/services.csv?categories=food&lang=fr');
  const cells = (line: string) => line.slice(1, -1).split('";"');
  const told = Object.fromEntries(cells(headers!).map((header, at) => [header, cells(row!)[at]]));
  expect(told).toMatchObject({
    État: 'Ouvert',
    'Diffère selon le lieu': 'Oui',
    'État de chaque lieu': 'Point de Chomedey : Ouvert, Confirmé | Point de Pont-Viau : Fermé temporairement, Confirmé',
  });
  expect((await lines('/exports/services.csv?territory=vimont&lang=fr'))[1]).toMatch(/;"";"";""$/);
});

test.each(
  [
    '?states=BETTER',
    '?nothing=1',
    '?near=here',
    '?near=91,0,1',
    '?openAt=soon',
    '?bbox=1,2',
    '?sort=DISTANCE',
    '?text=a&text=b',
    '?toConfirm=maybe',
  ].map(query => [query]),
)('what is not understood is refused before the file begins: %s', async query => {
  const response = await get(`/exports/services.csv${query}`);
  expect([response.status, ((await response.json()) as Answer).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});

test('no such file; a token that has ended is told so', async () => {
  expect((await get('/exports/secrets.csv')).status).toBe(404);
  expect((await get('/exports/services.pdf')).status).toBe(404);
  const ended = { authorization: 'Bearer ended', 'accept-language': 'en' };
  for (const [path, message] of [
    ['/exports/services.csv', 'Sign in to continue.'],
    ['/exports/services.csv?lang=fr', 'Ouvrez une session pour continuer.'],
  ] as const) {
    const response = await get(path, undefined, ended);
    expect([response.status, await response.json()]).toEqual([401, { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] }]);
  }
});

const tile = async (path: string, who?: TestClient): Promise<Answer[]> => {
  const response = await get(`/tiles/services/${path}.mvt`, who);
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const layer = bytes.length > 0 ? new VectorTile(new Pbf(bytes)).layers.services : null;
  return Array.from({ length: layer?.length ?? 0 }, (_, n) => layer.feature(n).properties);
};
const at = (z: number, latitude: number, longitude: number) => {
  const [x, sine] = [((longitude + 180) / 360) * 2 ** z, Math.sin((latitude * Math.PI) / 180)];
  return `${z}/${Math.floor(x)}/${Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z)}`;
};

test('tiles hold where services are: towns from afar, places nearer, a confidential one never and for nobody', async () => {
  expect((await tile(at(8, 45.58, -73.75))).map(({ territory, services }) => [territory, services]).sort()).toEqual([
    ['chomedey', 1],
    ['pont-viau', 1],
    ['vimont', 1],
  ]);
  const near = await tile(at(14, 45.6065, -73.7269), researcher);
  expect(near).toEqual([{ service: library, location: expect.any(String) }]);
  expect(await tile('14/0/0')).toEqual([]);
});

test('a tile that is kept is not sent again until the directory changes', async () => {
  const path = `/tiles/services/${at(14, 45.5351, -73.7493)}.mvt`;
  const first = await get(path);
  const etag = first.headers.get('etag')!;
  for (const named of [etag, `W/${etag}`, `"another", W/"more" ,${etag}`, '*'])
    expect([named, (await get(path, undefined, { 'if-none-match': named })).status]).toEqual([named, 304]);
  expect((await get(path, undefined, { 'if-none-match': '"another", W/"more"' })).status).toBe(200);
  await researcher.ask(`mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: FULL }) { __typename } }`);
  expect((await get(path, undefined, { 'if-none-match': etag })).status).toBe(304);
  await hub.db.query(`update directory.location set confidential = true, confidential_reason = 'x' where id = '${chomedey}'`);
  expect((await get(path, undefined, { 'if-none-match': etag })).status).toBe(200);
  expect(await tile(at(14, 45.5351, -73.7493))).toEqual([]);
  await hub.db.query(`update directory.organization set confidential = true, confidential_reason = 'x' where id = '${pain}'`);
  expect((await tile(at(8, 45.58, -73.75))).map(({ territory }) => territory)).toEqual(['vimont']);
});

test.each([
  ['30/0/0.mvt', 404],
  ['3/8/0.mvt', 404],
  ['3/-1/0.mvt', 400],
  ['a/b/c.mvt', 400],
  ['3/1/1.pbf', 404],
  ['3/1/99999999999999999999.mvt', 400],
])('no tile %s: %i', async (path, status) => expect((await get(`/tiles/services/${path}`)).status).toBe(status));

/** Asks for a file, and reads nothing of it. */
async function unread(path: string): Promise<Socket> {
  const { hostname, port } = new URL(hub.url);
  const socket = connect(Number(port), hostname);
  socket.pause().write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n\r\n`);
  await once(socket, 'connect');
  return socket;
}

test('strangers who read nothing keep a file from nobody who is signed in, and from other strangers for a while', async () => {
  await hub.db.query(`insert into directory.service (id, source_id, organization_id, name_fr, languages)
    select gen_random_uuid(), 'long ' || n, '${bonnePage}', 'Long ' || n, array_fill('fr-abcdefgh'::text, array[300])
    from generate_series(1, 1500) n`);
  const readers = [await unread('/exports/services.geojson'), await unread('/exports/services.geojson')];
  await new Promise(begun => setTimeout(begun, 200));
  const refused = await get('/exports/services.csv', undefined, { 'accept-language': 'en' });
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 1]);
  expect(((await refused.json()) as Answer).errors[0]).toMatchObject({
    message: 'Too many requests in a short time. Try again in 1 s.',
    extensions: { code: 'TOO_MANY_REQUESTS', seconds: 1 },
  });
  expect((await get('/exports/services.csv?states=OPEN', researcher)).status).toBe(200);
  await until(async () => (await get('/exports/services.csv?states=OPEN')).status === 200, 10_000);
  for (const each of readers) each.destroy();
});
