import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fanal } from '../support/fanal.ts';
import { type Answer, take, TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  const { code, err } = await fanal(hub.databaseUrl, 'demo', 'load', '--services', '21');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
afterAll(() => hub?.close());

const as = async (person: string) => {
  const { out } = await fanal(hub.databaseUrl, 'token', 'create', '--account', `${person}@demo.fanal.test`, '--ttl', '10m');
  return new TestClient(hub.url, out.trim());
};
const services = async (client: TestClient): Promise<Answer[]> =>
  (await client.ask(`{ services(first: 200) { edges { node { ${node} } } } }`)).services.edges.map((edge: Answer) => edge.node);
const named = (list: Answer[], name: string) => list.find(service => service.name.fr === name);

test('the ten people of the contract are offered, each with a role somewhere', async () => {
  const { demoAccounts } = await (await hub.as()).ask('{ demoAccounts { email roles organizations { fr } } }');
  expect(demoAccounts.map(({ email }: Answer) => email.split('@')[0]).sort()).toEqual(
    [
      'administrator',
      'caseworker',
      'committee',
      'coordinator',
      'counsellor',
      'funder',
      'partner',
      'privacy',
      'researcher',
      'supervisor',
    ].sort(),
  );
  for (const { roles, organizations } of demoAccounts) expect([roles.length, organizations.length > 0]).toEqual([1, true]);
});

test('the region is in every state that a day brings', async () => {
  const list = await services(await hub.as());
  expect(list).toHaveLength(20);
  const said = new Set(list.map(({ status }) => `${status.state} ${status.freshness}`));
  for (const each of [
    'OPEN FRESH',
    'OPEN AGING',
    'OPEN STALE',
    'UNKNOWN null',
    'FULL FRESH',
    'LIMITED FRESH',
    'SUSPENDED FRESH',
    'RELOCATED FRESH',
  ])
    expect(said).toContain(each);
  expect(named(list, 'Paniers de dépannage alimentaire').status.capacity).toMatchObject({ available: 12, total: 40 });
  expect(named(list, 'Épicerie mobile')).toMatchObject({ status: { state: 'OPEN', mixed: true }, locations: [{}, {}] });
  expect(named(list, 'Cuisine collective').status.planned).toMatchObject({ state: 'SUSPENDED' });
  for (const { locations } of list)
    for (const { address, territory } of locations)
      expect([address.includes('(adresse fictive)'), territory.kind]).toEqual([true, 'NEIGHBOURHOOD']);
});

test('the partner speaks for six services of four organizations', async () => {
  const partner = await as('partner');
  const { me } = await partner.ask('{ me { memberships { organization { id } } } }');
  const own = me.memberships.map(({ organization }: Answer) => organization.id);
  expect(own).toHaveLength(4);
  expect((await services(partner)).filter(({ organization }) => own.includes(organization.id))).toHaveLength(6);
});

test('the shelter is told to who may know it, address and all, and nothing of it to anybody else', async () => {
  const shelter = named(await services(await as('counsellor')), 'Hébergement pour femmes et enfants');
  expect(shelter).toMatchObject({
    organization: { name: { fr: 'Maison des Deux Rives' } },
    locations: [{ address: expect.stringContaining('77, rue du Refuge') }],
  });

  for (const client of [await hub.as(), await as('partner'), await as('coordinator')]) {
    const all = await client.ask(
      `query ($id: ID!, $organization: ID!) { services(first: 200) { edges { node { ${node} } } } organizations(first: 200) { edges { node { id name { fr } } } }
        found: organizations(text: "deux rives") { totalCount } organization(id: $organization) { name { fr } } service(id: $id) { name { fr } }
        near: services(filter: { near: { latitude: 45.5933, longitude: -73.6751, withinKm: 0.1 } }) { totalCount }
        statusReports(serviceId: $id) { totalCount } changes(first: 500) { edges { node { subject } } } }`,
      { id: shelter.id, organization: shelter.organization.id },
    );
    expect(all).toMatchObject({
      service: null,
      organization: null,
      found: { totalCount: 0 },
      near: { totalCount: 0 },
      statusReports: { totalCount: 0 },
    });
    const text = JSON.stringify(all);
    for (const secret of [shelter.id, shelter.organization.id, 'Deux Rives', 'Refuge', shelter.locations[0].id])
      expect(text).not.toContain(secret);
  }
});

test('who speaks for the shelter is told of it by its report, and its change is told to nobody else', async () => {
  const researcher = await as('researcher');
  const shelter = named(await services(researcher), 'Hébergement pour femmes et enfants');
  const { position } = await researcher.ask('{ position }');
  const { reportServiceStatus: answer } = await researcher.ask(
    `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { ... on ServiceStatusReported { report { service { ${node}
      description { fr } phones { number } categories { code } statusByLocation { location { address } status { state } } } } } } }`,
    { input: { serviceId: shelter.id, state: 'FULL' } },
  );
  expect(answer.report.service).toMatchObject({
    name: shelter.name,
    organization: shelter.organization,
    locations: shelter.locations,
    statusByLocation: [{ location: { address: shelter.locations[0].address }, status: { state: 'FULL' } }],
  });
  const watched = `subscription ($after: Position) { serviceStatusChanged(after: $after) { service { name { fr } } } }`;
  expect(await take((await hub.as()).watch(watched, { after: position }), 1, 500)).toEqual([]);
});

test('loaded again, it adds nothing; asked for more, it invents them', async () => {
  expect((await fanal(hub.databaseUrl, 'demo', 'load', '--services', '21')).out).toContain(
    '0 organismes, 0 services, 0 comptes et 0 états',
  );
  expect((await fanal(hub.databaseUrl, 'demo', 'load', '--services', '60')).out).toContain('39 services');
});

const node = `id name { fr } organization { id name { fr } } locations { id address territory { kind } }
  status { state freshness mixed capacity { available total } planned { state } }`;

test('as many needs of the past as are asked for are invented once; they open no gap', async () => {
  const gaps = async () => (await hub.db.query('select count(*)::int as n from needs.gap'))[0].n;
  const before = await gaps();
  const load = () => fanal(hub.databaseUrl, 'demo', 'load', '--services', '21', '--needs', '1200');
  expect((await load()).out).toContain('1200 besoins ajoutés');
  expect((await load()).out).toContain('0 besoins ajoutés');
  expect((await hub.db.query(`select count(*)::int as n from needs.contact where source_id like 'demo-%'`))[0].n).toBe(1_200);
  expect(await gaps()).toBe(before);
});
