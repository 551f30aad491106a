import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bonnePage, chomedey, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let researcher: TestClient;
let anybody: TestClient;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  researcher = await hub.as('RESEARCHER', bonnePage);
  anybody = await hub.as();
});
afterAll(() => hub?.close());

async function say(serviceId: string, state: string, more: object = {}) {
  const { reportServiceStatus } = await researcher.ask(
    'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }',
    { input: { serviceId, state, ...more } },
  );
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
}
const soon = () => new Date(Date.now() + 1_000).toISOString();
const passed = () => new Promise(done => setTimeout(done, 1_100));

const board = `query ($filter: ServiceFilter, $crisisId: ID) {
  situation(filter: $filter, crisisId: $crisisId) { asOf position total toConfirm contradicted counts { state n stale changedSinceYesterday }
    byTerritory { total toConfirm territory { code } counts { state n } } }
  services(filter: $filter) { totalCount } mapServices(filter: $filter) { id locationId latitude state stale contradicted territoryCode } }`;
const sums = ({ situation }: Answer) => situation.counts.reduce((sum: number, { n }: Answer) => sum + n, 0) + situation.toConfirm;
const count = ({ situation }: Answer, state: string) => situation.counts.find((each: Answer) => each.state === state);

test('the states and what is to confirm are all that is selected, on the figures, the map and the list', async () => {
  await say(kitchen, 'OPEN');
  await say(library, 'FULL', { goodUntil: soon() });
  await passed();
  for (const [filter, total] of [
    [{}, 2],
    [{ categories: ['food'] }, 1],
    [{ states: ['FULL'] }, 0],
    [{ toConfirm: true }, 1],
    [{ text: 'devoirs' }, 1],
  ] as const) {
    const answer = await anybody.ask(board, { filter });
    expect([
      filter,
      sums(answer),
      answer.situation.total,
      answer.services.totalCount,
      new Set(answer.mapServices.map(({ id }: Answer) => id)).size,
    ]).toEqual([filter, total, total, total, total]);
  }
  const answer = await anybody.ask(board, { filter: {} });
  expect(count(answer, 'OPEN')).toEqual({ state: 'OPEN', n: 1, stale: 0, changedSinceYesterday: 1 });
  expect(count(answer, 'FULL')).toEqual({ state: 'FULL', n: 0, stale: 1, changedSinceYesterday: 0 });
  expect(count(answer, 'UNKNOWN')).toEqual({ state: 'UNKNOWN', n: 0, stale: 0, changedSinceYesterday: -2 });
  const towns = answer.situation.byTerritory.map(({ territory, total, toConfirm }: Answer) => [territory?.code ?? null, total, toConfirm]);
  expect(towns).toEqual([
    ['chomedey', 1, 0],
    ['pont-viau', 1, 0],
    ['vimont', 1, 1],
  ]);
});

test('a place of its own word is coloured by it', async () => {
  await say(kitchen, 'SUSPENDED', { locationId: chomedey });
  const { mapServices } = await anybody.ask(board, { filter: { categories: ['food'] } });
  expect(mapServices.map(({ state, territoryCode }: Answer) => [territoryCode, state]).sort()).toEqual([
    ['chomedey', 'SUSPENDED'],
    ['pont-viau', 'OPEN'],
  ]);
});

test('silence is counted for who may know of it, and named for 211 alone', async () => {
  const named = `{ toReach { totalCount edges { node { hoursOver importance staleAt service { id name { fr } phones { number } } } } } }`;
  const counted = `{ silence { territory { code } stale neverSaid } }`;
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const coordinator = await hub.as('MUNICIPAL_COORDINATOR', bonnePage);
  const { toReach } = await supervisor.ask(named);
  expect(toReach.edges.map(({ node }: Answer) => node.service.id)).toEqual(expect.arrayContaining([library, shelter]));
  expect(toReach.edges.map(({ node }: Answer) => node.service.id)).not.toContain(kitchen);
  expect(await coordinator.ask(named)).toMatchObject({ code: 'FORBIDDEN' });
  expect((await coordinator.ask(counted)).silence).toContainEqual({ territory: { code: 'vimont' }, stale: 1, neverSaid: 0 });
  expect(await anybody.ask(counted)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('who is to be called comes page by page, each once', async () => {
  await hub.db.query(`insert into directory.service (id, source_id, organization_id, name_fr)
    select format('00000000-0000-7000-8000-%s', lpad(n::text, 12, '0'))::uuid, 'silent ' || n, '${pain}', 'Muet ' || n from generate_series(200, 206) n`);
  const seen: string[] = [];
  for (let [after, more] = [null as string | null, true]; more;) {
    const { toReach } = await researcher.ask(
      'query ($after: String) { toReach(first: 3, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { service { id } } } } }',
      { after },
    );
    expect(toReach.totalCount).toBe(9);
    seen.push(...toReach.edges.map(({ node }: Answer) => node.service.id));
    [after, more] = [toReach.pageInfo.endCursor, toReach.pageInfo.hasNextPage];
  }
  expect([seen.length, new Set(seen).size]).toEqual([9, 9]);
  expect(await researcher.ask('{ toReach(after: "none") { totalCount } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('what changed last is told as words: not of confidential services to whom they are not', async () => {
  await say(shelter, 'FULL');
  await say(kitchen, 'LIMITED');
  const asked = '{ timeline(first: 3) { position kind previousState state source service { id name { fr } } location { id } } }';
  const entries = (await anybody.ask(asked)).timeline;
  expect(entries[0]).toMatchObject({
    kind: 'service-status-reported',
    previousState: 'OPEN',
    state: 'LIMITED',
    source: 'RESEARCHER',
    service: { id: kitchen },
    location: null,
  });
  expect(entries.map(({ service }: Answer) => service.id)).not.toContain(shelter);
  expect((await researcher.ask(asked)).timeline[1]).toMatchObject({ service: { id: shelter }, previousState: 'UNKNOWN', state: 'FULL' });
  const before = await anybody.ask('query ($before: Position) { timeline(before: $before, first: 1) { position } }', {
    before: entries[0].position,
  });
  expect(before.timeline[0].position).toBe(entries[1].position);
  for (const bad of ['{ timeline(first: -1) { position } }', '{ timeline(before: "then") { position } }'])
    expect(await anybody.ask(bad)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a confidential service is in no sum and on no map of whoever may not read it; its place is on none of who may not know where', async () => {
  const open = await anybody.ask(board, { filter: {} });
  const trusted = await researcher.ask(board, { filter: {} });
  expect(trusted.situation.total - open.situation.total).toBe(1);
  expect(open.mapServices.map(({ id }: Answer) => id)).not.toContain(shelter);
  await hub.db.query(`update directory.location set confidential = true, confidential_reason = 'x' where id = $1`, [chomedey]);
  const kitchens = ({ mapServices }: Answer) =>
    mapServices.filter(({ id }: Answer) => id === kitchen).map(({ territoryCode }: Answer) => territoryCode);
  expect(kitchens(await anybody.ask(board, { filter: {} }))).toEqual(['pont-viau']);
  expect(kitchens(await researcher.ask(board, { filter: {} })).length).toBe(2);
});

test('of a crisis: what lies in its areas and matters to it; of an exercise, nothing to anybody', async () => {
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const open = async (exercise: boolean): Promise<string> =>
    (
      await supervisor.ask('mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }', {
        input: {
          name: { fr: 'Verglas' },
          nature: 'ICE_STORM',
          categories: ['food', 'education'],
          areas: [{ territory: 'vimont', phase: 'WATCH' }],
          exercise,
        },
      })
    ).openCrisis.crisis.id;
  expect((await anybody.ask(board, { crisisId: await open(false) })).situation.total).toBe(1);
  const exercise = await open(true);
  expect((await anybody.ask(board, { crisisId: exercise })).situation.total).toBe(0);
  expect((await supervisor.ask(board, { crisisId: exercise })).situation.total).toBe(1);
});

test('what no box can be is refused at its field; a crisis that is none has no services', async () => {
  const laval = { west: -74, south: 45, east: -73, north: 46 };
  for (const [bbox, field] of [
    [{ ...laval, west: -72 }, 'filter.bbox.west'],
    [{ ...laval, south: 47 }, 'filter.bbox.south'],
    [{ west: -999, south: -999, east: 999, north: 999 }, 'filter.bbox'],
  ] as const)
    expect(await anybody.ask(board, { filter: { bbox } })).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringContaining(field) });
  for (const crisisId of ['', 'none', kitchen]) {
    const { situation, services, mapServices } = await anybody.ask(board, { filter: { crisisId }, crisisId });
    expect([situation.total, services.totalCount, mapServices]).toEqual([0, 0, []]);
    expect((await anybody.ask(board, { filter: {}, crisisId })).situation.total).toBe(0);
  }
});

test('a language is found by what is said less of it, whatever its capitals; a facet counts it once', async () => {
  await hub.db.query(`update directory.service set languages = '{fr-CA,fr,zh-Hant-TW}' where id = '${kitchen}'`);
  const speaking = async (...languages: string[]) =>
    (
      await anybody.ask(
        `query ($filter: ServiceFilter) { services(filter: $filter) { edges { node { id } } facets { languages { language n } } } }`,
        { filter: { languages } },
      )
    ).services;
  const both = [kitchen, library].sort();
  for (const [language, ids] of [
    ['FR', both],
    ['fr-CA', [kitchen]],
    ['fr-ca', [kitchen]],
    ['zh', [kitchen]],
    ['ZH-hant', [kitchen]],
    ['*', both],
    ['f', []],
    ['fr-FR', []],
    ['%', []],
    ['', []],
  ] as const)
    expect([language, (await speaking(language)).edges.map(({ node }: Answer) => node.id).sort()]).toEqual([language, ids]);
  expect((await speaking('ar')).facets.languages).toEqual([
    { language: 'fr', n: 2 },
    { language: 'zh', n: 1 },
  ]);
});

const odd = fc.constantFrom(
  '',
  ' ',
  'food',
  'laval',
  'vimont',
  kitchen,
  '00000000-0000-0000-0000-000000000000',
  "';--",
  '%',
  'é',
  '🧑‍🍳',
  'fr-CA',
  '*',
);
const degrees = fc.oneof(fc.double({ min: -200, max: 200, noNaN: true }), fc.constantFrom(-73.75, 45.58, 0, 1e300, -0, 5e-324));
const point = { latitude: degrees, longitude: degrees };
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { freq: 2 });
const filters = fc.record(
  {
    text: maybe(
      fc.oneof(
        odd,
        fc.string({ unit: 'grapheme', maxLength: 20 }).filter(text => !/\p{C}/u.test(text)),
      ),
    ),
    categories: maybe(fc.array(odd, { maxLength: 3 })),
    near: maybe(fc.record({ ...point, withinKm: degrees })),
    serving: maybe(fc.record(point)),
    territory: maybe(odd),
    bbox: maybe(fc.record({ west: degrees, south: degrees, east: degrees, north: degrees })),
    states: maybe(fc.subarray(['OPEN', 'FULL', 'UNKNOWN', 'CLOSED'])),
    toConfirm: maybe(fc.boolean()),
    openAt: maybe(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }).map(at => at.toISOString())),
    languages: maybe(fc.array(odd, { maxLength: 3 })),
    organizations: maybe(fc.array(odd, { maxLength: 3 })),
    crisisId: maybe(odd),
  },
  { requiredKeys: [] },
);

test('whatever is asked, it is answered or said to be wrong', async () => {
  const everything = `query ($filter: ServiceFilter, $sort: ServiceSort) { services(filter: $filter, sort: $sort) { totalCount facets { toConfirm languages { n } } edges { node { id match { reasons } } } }
    situation(filter: $filter) { total } mapServices(filter: $filter) { id } silence(filter: $filter) { stale } toReach(filter: $filter) { totalCount } }`;
  const sorts = maybe(fc.constantFrom('NAME', 'RELEVANCE', 'DISTANCE'));
  await fc.assert(
    fc.asyncProperty(filters, sorts, async (filter, sort) => {
      const { code, ...answer } = await researcher.ask(everything, { filter, sort });
      if (code) return expect(code).toBe('BAD_USER_INPUT');
      expect([answer.situation.total, new Set(answer.mapServices.map(({ id }: Answer) => id)).size]).toEqual(
        Array.from({ length: 2 }, () => answer.services.totalCount),
      );
    }),
    { numRuns: 40 },
  );
});
