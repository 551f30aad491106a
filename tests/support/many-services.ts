import { freshStatistics } from '#libs/platform';
import { type PastWord, TakePastWordsIn } from '#libs/status';
import { bonnePage, pain } from './region.ts';
import type { TestHub } from './test-hub.ts';

/** Of a made-up region: so many services, each at its place, in every former town and category; five of six have said how they are. */
export async function manyServices(hub: Pick<TestHub, 'db' | 'get'>, count: number): Promise<void> {
  const { db } = hub;
  await db.query(
    `with town as (select code, row_number() over (order by code) - 1 as n, count(*) over () as of, latitude, longitude
                     from directory.territory where parent = 'laval' and latitude is not null),
          nth as (select n, ('00000000-0000-7000-8000-1' || lpad(n::text, 11, '0'))::uuid as id from generate_series(1, $1) n),
          service as (insert into directory.service (id, source_id, organization_id, name_fr, name_en, languages)
                      select id, 'many-' || n, case when n % 2 = 0 then $2::uuid else $3::uuid end, 'Dépannage ' || n, 'Help ' || n, '{fr}' from nth),
          place as (insert into directory.location (id, source_id, name_fr, city, address_1, latitude, longitude, territory_code)
                    select id, 'many-' || nth.n, 'Lieu ' || nth.n, 'Laval', nth.n || ', rue des Érables',
                           latitude + (nth.n % 37 - 18) * 0.0005, longitude + (nth.n % 41 - 20) * 0.0007, code
                      from nth join town on town.n = nth.n % town.of)
     select 1`,
    [count, bonnePage, pain],
  );
  await db.query(
    `with category as (select code, row_number() over (order by code) - 1 as n, count(*) over () as of from directory.category),
          nth as (select id, substring(source_id from 6)::int as n from directory.service where source_id like 'many-%'),
          kind as (insert into directory.service_category (service_id, category) select id, code from nth join category on category.n = nth.n % category.of)
     insert into directory.service_at_location (id, service_id, location_id) select id, id, id from nth`,
  );
  const ids = await db.query<{ id: string }[]>(`select id from directory.service where source_id like 'many-%' order by id`);
  await hub.get(TakePastWordsIn).run(ids.flatMap(({ id }, n) => (n % 6 === 5 ? [] : [wordOn(id, n)])));
  await freshStatistics(db.manager, ['directory', 'status']); // as loads and imports end
}

const STATES = ['OPEN', 'OPEN', 'LIMITED', 'OPEN', 'FULL', 'SUSPENDED', 'OPEN'] as const;

function wordOn(serviceId: string, n: number): PastWord {
  const saidAt = new Date(Date.now() - (n % 40) * 3_600_000);
  return { serviceId, saidAt, by: 'system', source: 'PARTNER', says: { state: STATES[n % STATES.length]!, observedAt: saidAt } };
}
