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
