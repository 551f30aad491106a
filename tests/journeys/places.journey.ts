import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { kitchen, library, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let anybody: TestClient;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  anybody = await hub.as();
  const places = [
    ['7, rue des Cachettes', 'H7Z 1A1', shelter],
    ['12-A boulevard des Érables', 'H7L 2B2', library],
    ['435, boulevard Cartier Ouest', 'H7N 5X7', kitchen],
    ['1210, boulevard Saint-Martin Ouest', 'H7S 1M9', kitchen],
    ['214, avenue des Perron', 'H7H 0B6', library],
    ['5, montée Montrougeau', 'H7P 3M1', library],
  ];
  await hub.db.query(
    `with given as (select gen_random_uuid() as id, gen_random_uuid() as at, row ->> 0 as street, row ->> 1 as code, (row ->> 2)::uuid as service from jsonb_array_elements($1) row),
     place as (insert into directory.location (id, source_id, address_1, postal_code, latitude, longitude, territory_code)
       select id, street, street, code, 45.6065, -73.7269, 'vimont' from given)
     insert into directory.service_at_location (id, service_id, location_id) select at, service, id from given`,
    [JSON.stringify(places)],
  );
});
afterAll(() => hub?.close());

const query = 'query ($text: String!) { places(text: $text) { kind name { fr } territory { code } latitude } }';
const places = async (text: string): Promise<Answer[]> => (await anybody.ask(query, { text })).places;

test('where: territories, streets without their numbers, postal codes', async () => {
  expect((await places('chom'))[0]).toMatchObject({ kind: 'TERRITORY', territory: { code: 'chomedey' } });
  expect((await places('SAINTE ROSE'))[0]).toMatchObject({ name: { fr: 'Sainte-Rose' } });
  expect(await places('12 boul')).toEqual([]);
  expect(await places('12 boulevard des erables')).toMatchObject([
    { kind: 'STREET', name: { fr: 'boulevard des Érables' }, latitude: 45.6065 },
  ]);
  expect(await places('h7l')).toMatchObject([{ kind: 'POSTAL_CODE', name: { fr: 'H7L' } }]);
  expect(await places('%')).toEqual([]);
});

test.each([
  ['Ste-Rose', 'Sainte-Rose'],
  ['ste rose', 'Sainte-Rose'],
  ['St-Vincent-de-Paul', 'Saint-Vincent-de-Paul'],
  ['ste-dorothee', 'Sainte-Dorothée'],
  ['Chomeday', 'Chomedey'],
  ['fabrevile', 'Fabreville'],
  ['pont viau, Laval', 'Pont-Viau'],
  ['boul. Cartier', 'boulevard Cartier Ouest'],
  ['435 boul Cartier O, Laval QC', 'boulevard Cartier Ouest'],
  ['cartier', 'boulevard Cartier Ouest'],
  ['boul. cartrier', 'boulevard Cartier Ouest'],
  ['boul st-martin', 'boulevard Saint-Martin Ouest'],
  ['1210 Saint-Martin', 'boulevard Saint-Martin Ouest'],
  ['av des Perron', 'avenue des Perron'],
  ['ave. Perron', 'avenue des Perron'],
  ['mtée Montrougeau', 'montée Montrougeau'],
  ['12 boulevard des erables H7L 2B2', 'boulevard des Érables'],
  ['Tombouctou H7L 2B2', 'H7L'],
])('where: %s is %s', async (text, name) => {
  expect((await places(text))[0]).toMatchObject({ name: { fr: name } });
});

test.each(['boul.', 'rue', '12 rue de la', 'xyzzy', 'Tombouctou', 'av. des', '7 rue des Cachettes', 'cachettes', 'cachete'])(
  'where: %s is nowhere',
  async text => {
    expect(await places(text)).toEqual([]);
  },
);

test.each([
  ['H7N', [kitchen]],
  ['h7n 5x7', [kitchen]],
  ['boulevard Cartier', [kitchen]],
  ['boul. Cartier', [kitchen]],
  ['435 boul. cartier', [kitchen]],
  ['Cartier', [kitchen]],
  ['Perron', [library]],
  ['cuisine H7N', [kitchen]],
  ['cuisine, boul. St-Martin', [kitchen]],
  ['rue des Cachettes', []],
  ['H7Z', []],
  ['h9z', []],
])('what is looked for may be a place: %s', async (text, ids) => {
  const { services } = await anybody.ask(found, { text });
  expect([services.edges.map(({ node }: Answer) => node.id), services.correctedText]).toEqual([ids, null]);
  for (const { node } of services.edges)
    expect(node.match).toMatchObject({ locatedIn: true, reasons: expect.arrayContaining(['LOCATED_IN']) });
});

test('what is not there is found where it is, and that is said', async () => {
  const { services } = await anybody.ask(found, { text: 'devoirs boulevard Cartier' });
  expect([services.edges.map(({ node }: Answer) => node.id), services.correctedText]).toEqual([[library], 'devoirs']);
});
const found = `query ($text: String) { services(filter: { text: $text }) { correctedText edges { node { id match { locatedIn reasons } } } } }`;
