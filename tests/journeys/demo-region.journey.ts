import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/index.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

const WEDNESDAY_AT_TEN = Date.parse('2026-05-13T14:00:00Z');
const then = () => ({ FANAL_CLOCK_OFFSET: String(WEDNESDAY_AT_TEN - Date.now()) });
const appOf = (hub: TestHub) => ({ get: (part: never) => hub.get(part) }) as unknown as INestApplicationContext; // all that loading asks of it

let hub: TestHub, twin: TestHub;
beforeAll(async () => {
  [hub, twin] = [await TestHub.start(undefined, then()), await TestHub.start(undefined, then())];
  for (const each of [hub, twin]) await loadDemo(appOf(each));
}, 120_000);
afterAll(() => Promise.all([hub?.close(), twin?.close()]));

const count = async (sql: string, of = hub): Promise<number> => Number((await of.db.query(`select count(*) from (${sql}) rows`))[0].count);
const list = async (sql: string, of = hub): Promise<string[]> =>
  (await of.db.query(sql)).map((row: object) => Object.values(row).join(' '));

test('four hundred services over the fourteen former towns and the twenty categories', async () => {
  expect(await count('select id from directory_published.service')).toBe(400);
  const towns = await list(`select distinct territory_code from directory_published.location where territory_code in
    (select code from directory_published.territory where kind = 'NEIGHBOURHOOD')`);
  expect(towns).toHaveLength(14);
  expect(await list('select distinct unnest(categories) from directory_published.service')).toHaveLength(20);
});

test('every place of it lies in the town that its address says, and says that it is fictitious', async () => {
  const odd = `select 1 from directory.location where territory_code is null or address_1 not like '%(adresse fictive)%'`;
  expect(await count(odd)).toBe(0);
  expect(await count(`select 1 from directory_published.phone where number !~ '^[0-9]{3} 555-01[0-9]{2}$|^[2-9]11$'`)).toBe(0);
});

test('hours of all kinds: by day and past midnight, around the clock, once a month, and none at all', async () => {
  const at = (sql: string) => count(`select service_id from directory_published.opening where ${sql}`);
  expect(await at(`open_during @> timestamptz '2026-05-13T14:00:00Z'`)).toBeGreaterThan(120);
  const night = await at(`open_during @> timestamptz '2026-05-14T05:30:00Z'`);
  expect(night).toBeGreaterThan(15);
  expect(night).toBeLessThan(60);
  expect(
    await count(`select id from directory_published.service where id not in (select service_id from directory_published.opening)`),
  ).toBeGreaterThan(5);
  expect(await count(`select id from directory_published.service where confidential`)).toBeGreaterThan(2);
});

test('services stand in every way that there is', async () => {
  const states = await list(
    `select distinct state || case when stale then ' stale' else '' end from status_published.standing_at('2026-05-13T14:00:00Z')`,
  );
  expect(states).toEqual(expect.arrayContaining(['OPEN', 'OPEN stale', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED']));
  const { services } = await (
    await hub.as('CENTRE_SUPERVISOR', await centre())
  ).ask(`{ services(first: 200) { edges { node {
    status { contradicted planned { state } capacity { available } replacement { id } } } } } }`);
  const said = services.edges.map(({ node }: Answer) => node.status);
  for (const is of [
    ({ contradicted }: Answer) => contradicted,
    ({ planned }: Answer) => planned,
    ({ capacity }: Answer) => capacity,
    ({ replacement }: Answer) => replacement,
  ])
    expect(said.some(is)).toBe(true);
});

test('an outage is in its response, led and with missions, limits and an emergency; the drill is hidden from anybody', async () => {
  const asked =
    '{ crises { name { fr } phase exercise emergency { until } areas { lead { id } } missions { texts { fr } } freshness { hours } } }';
  const { crises } = await (await hub.as()).ask(asked);
  expect(crises).toMatchObject([{ name: { fr: expect.stringContaining('Panne') }, phase: 'RESPONSE', exercise: false }]);
  expect(crises[0].missions).toHaveLength(8);
  expect(crises[0].emergency.until > '2026-05-13').toBe(true);
  const seen = await (await hub.as('CENTRE_SUPERVISOR', await centre())).ask(asked);
  expect(seen.crises).toHaveLength(2);
});

test('the phone line is busy, two can be called up, one call did not arrive, and the outage has red flags of its own', async () => {
  const anybody = await hub.as();
  const { lines } = await anybody.ask('{ lines { code state waitSeconds owner { name { fr } } } }');
  expect(lines).toMatchObject([
    { code: 'PHONE_211', state: 'BUSY', waitSeconds: 180, owner: { name: { fr: expect.stringContaining('211') } } },
    { code: 'CHAT_211', state: 'OPEN', waitSeconds: 30 },
  ]);
  expect(await count('select 1 from lines.roster_entry where ended_at is null')).toBe(2);
  expect(await list('select state, company from lines.routing_problem')).toEqual(['SENT_TO_COMPANY Télécom Exemple (fictive)']);
  const [crisisId] = await list('select id from crises_published.crisis where not exercise');
  const query = 'query ($crisisId: ID, $text: String) { n11Guidance(crisisId: $crisisId, text: $text) { code raised raisedBy } }';
  const { n11Guidance } = await anybody.ask(query, { crisisId, text: 'une generatrice dans le garage' });
  expect(n11Guidance[0]).toEqual({ code: 'N911', raised: true, raisedBy: ['génératrice'] });
});

test('three weeks are in the log in their order, and nothing of it is still to come', async () => {
  expect(
    await count(`select 1 from (select occurred_at, lag(occurred_at) over (order by position) as before from platform.event
    where kind <> 'freshness-recounted') told where occurred_at < before`),
  ).toBe(0);
  const [{ first, last, words }] = await hub.db.query(
    `select min(occurred_at) as first, max(occurred_at) as last, count(*)::int as words from platform.event where kind like 'service-status-%'`,
  );
  expect(words).toBeGreaterThan(1_000);
  expect(+first).toBeLessThan(WEDNESDAY_AT_TEN - 18 * 86_400_000);
  expect(+last).toBeLessThan(WEDNESDAY_AT_TEN + 600_000);
  expect(await count("select 1 from status.report where recorded_at > observed_at + interval '1 hour'")).toBe(0);
});

test('the same day makes the same region', async () => {
  const facts = [
    `select id, name_fr, territories, categories, languages from directory_published.service order by id`,
    `select service_id, location_id, opens_at, closes_at from directory.schedule left join directory.service_at_location held on held.id = service_at_location_id order by 1, 2, 3, 4`.replace(
      'service_id, location_id',
      'schedule.service_id, schedule.location_id',
    ),
    `select service_id, state, note_fr, capacity - 'asOf', good_until, source from status.report where recorded_at < '2026-05-13' and service_id in
      (select id from directory.service where source_id like 'organization %') order by position`,
  ];
  for (const sql of facts) expect(await list(sql)).toEqual(await list(sql, twin));
});

test('loaded again it adds nothing', async () => {
  expect(await loadDemo(appOf(twin))).toEqual({ organizations: 0, services: 0, accounts: 0, words: 0 });
});

const centre = async (): Promise<string> =>
  (await hub.db.query(`select id from directory.organization where kind = 'REFERENCE_CENTRE'`))[0].id;
