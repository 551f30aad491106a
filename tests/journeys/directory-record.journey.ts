import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportHsds } from '#libs/directory';
import { roles } from '#libs/identity';
import { bonnePage, pain } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

const id = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const [counter, refuge, open, hidden] = [id(1), id(2), id(3), id(4)];
const elsewhere = id(90);
const SECRETS = [
  '12, rue du Refuge',
  '450 555-0666',
  '450 555-0667',
  'Sonnette',
  'Madame Tremblay',
  'Refuge des Lilas',
  'lilas.test',
  'Menacées',
  '45.5412',
];

const place = (n: string, address: string, rest: object) => ({
  id: n,
  location_type: 'physical',
  name: 'Un lieu',
  addresses: [{ id: `address ${n}`, address_1: address, city: 'Laval', country: 'CA', address_type: 'physical' }],
  ...rest,
});
const region = {
  organizations: [
    {
      id: pain,
      name: 'Le Pain partagé',
      website: 'pain.test',
      preferred_channel: 'RELAY',
      best_hour: '13:30',
      relay_organization_id: bonnePage,
      contacts: [{ id: 'c0', name: 'Accueil', phones: [{ id: 'p0', number: '450 555-0100' }] }],
    },
    { id: bonnePage, name: 'La Bonne Page', preferred_channel: 'PHONE' },
    { id: elsewhere, name: 'Ailleurs' },
  ],
  services: [
    {
      ...{
        id: counter,
        organization_id: pain,
        status: 'active',
        name: 'Comptoir',
        alternate_name: 'Le Frigo',
        alternate_name_en: 'The Fridge',
      },
      ...{
        eligibility_description: 'Personnes de Laval',
        fees_description: 'Gratuit',
        url: 'https://pain.test/',
        email: 'comptoir@pain.test',
        holiday_rule: 'CLOSED',
      },
      phones: [
        { id: 'p1', number: '450 555-0101' },
        { id: 'p2', number: '450 555-0666', confidential: true },
      ],
      contacts: [
        { id: 'c1', name: 'Jean Roy', title: 'Coordonnateur', phones: [{ id: 'p3', number: '450 555-0103' }] },
        { id: 'c2', name: 'Madame Tremblay', confidential: true },
      ],
      service_at_locations: [
        {
          id: 'h1',
          location: place(open, '1, rue Ouverte', {
            latitude: 45.55,
            longitude: -73.7,
            accessibility: [{ id: 'a1', description: 'Rampe' }],
          }),
        },
        {
          id: 'h2',
          location: place(hidden, '12, rue du Refuge', {
            latitude: 45.5412,
            longitude: -73.74,
            confidential: true,
            confidential_reason: 'Menaces',
            phones: [{ id: 'p4', number: '450 555-0667' }],
            accessibility: [{ id: 'a2', description: 'Sonnette bleue à droite' }],
          }),
        },
      ],
    },
    {
      ...{
        id: refuge,
        organization_id: bonnePage,
        status: 'active',
        name: 'Refuge des Lilas',
        url: 'https://lilas.test/',
        email: 'nous@lilas.test',
      },
      ...{
        confidential: true,
        confidential_reason: 'Menaces',
        eligibility_description: 'Menacées',
        contacts: [{ id: 'c3', name: 'Madame Tremblay' }],
      },
      phones: [{ id: 'p5', number: '450 555-0667' }],
    },
  ],
};

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  const { problems } = await hub.get(ImportHsds).runOn(region, 'region.json', { source: 'test' });
  expect(problems).toEqual([]);
});
afterAll(() => hub?.close());

const node = `id name { fr } alternateName { fr en } description { fr } eligibility { fr } fees { fr } url email holidayRule contacts { name title { fr } email phones { number } }
  phones { number } locations { id name { fr } address latitude longitude territory { code } accessibility { description { fr } } }
  schedules { id } hours { date } organization { id name { fr } url relay { name { fr } } preferredChannel bestHour }`;

test('a record is told as it was imported', async () => {
  const { service } = await (await hub.as()).ask(`{ service(id: "${counter}") { ${node} } }`);
  expect(service).toMatchObject({
    alternateName: { fr: 'Le Frigo', en: 'The Fridge' },
    eligibility: { fr: 'Personnes de Laval' },
    fees: { fr: 'Gratuit' },
    url: 'https://pain.test/',
    email: 'comptoir@pain.test',
    holidayRule: 'CLOSED',
    contacts: [{ name: 'Jean Roy', title: { fr: 'Coordonnateur' }, email: null, phones: [{ number: '450 555-0103' }] }],
    phones: [{ number: '450 555-0101' }],
    organization: { url: 'https://pain.test', relay: { name: { fr: 'La Bonne Page' } }, preferredChannel: null, bestHour: null },
  });
  expect(service.locations.find(({ id }: Answer) => id === open).accessibility).toEqual([{ description: { fr: 'Rampe' } }]);
});

test('twice the same changes nothing; what the source no longer says goes, with the phones of its contacts', async () => {
  const audited = async () =>
    hub.db.query(
      `select actor, facts -> 'table' as table, facts -> 'created' as created from platform.audit_entry where act = 'directory:import' order by at, id`,
    );
  const before = await audited();
  expect(before).toEqual([
    { actor: 'operator', table: 'organization', created: 5 },
    { actor: 'operator', table: 'location', created: 5 },
    { actor: 'operator', table: 'service', created: 11 },
  ]);
  const relays = await hub.db.query(`select subject from platform.audit_entry where act = 'organization:relay'`);
  expect(relays).toEqual([{ subject: pain }]);
  const again = await hub.get(ImportHsds).runOn(region, 'region.json', { source: 'test' });
  expect(again.counts.isNothing).toBe(true);
  expect(await audited()).toEqual(before);
  const [counted] = region.services;
  const services = [{ ...counted, contacts: [] }];
  const less = await hub
    .get(ImportHsds)
    .runOn({ ...region, services: [...services, region.services[1]] }, 'region.json', { source: 'test' });
  expect(less.counts.of.contact).toMatchObject({ removed: 2 });
  await hub.get(ImportHsds).runOn(region, 'region.json', { source: 'test' });
});

test('an unknown organization to speak for another is told; channels and hours that are none are refused', async () => {
  const organizations = [
    { id: 'a', name: 'A', relay_organization_id: 'nowhere' },
    { id: 'b', name: 'B', preferred_channel: 'PIGEON' },
    { id: 'c', name: 'C', best_hour: 'midi' },
  ];
  const { problems } = await hub.get(ImportHsds).runOn({ organizations }, 'test', { source: 'other' });
  expect(problems.map(({ column, code }) => [column, code])).toEqual([
    ['preferred_channel', 'IMPORT_UNKNOWN_VALUE'],
    ['best_hour', 'IMPORT_NOT_A_TIME'],
    ['relay_organization_id', 'IMPORT_UNKNOWN_REFERENCE'],
  ]);
});

const everywhere = `{ services { edges { node { ${node} } } } one: service(id: "${counter}") { ${node} } other: service(id: "${refuge}") { ${node} }
  organizations { edges { node { id name { fr } } } } }`;

test.each([undefined, ...roles])(
  'as %s, of another organization, what is confidential is found by those whose work needs it alone',
  async role => {
    const client = await hub.as(role, role && elsewhere);
    const said = JSON.stringify(await client.ask(everywhere));
    const trusted = ['COUNSELLOR', 'RESEARCHER', 'CENTRE_SUPERVISOR'].includes(role ?? '');
    const told = SECRETS.filter(secret => said.includes(secret));
    // a confidential phone is told to nobody yet, nor is a place's own
    expect(told).toEqual(trusted ? SECRETS.filter(secret => secret !== '450 555-0666') : []);
    expect(said).toContain('Rampe');
    expect(said.includes('RELAY')).toBe(trusted);
    expect(said.includes('13:30')).toBe(trusted);
  },
);

test('an organization reads its own, and no other', async () => {
  const own = JSON.stringify(await (await hub.as('PARTNER_EDITOR', bonnePage)).ask(everywhere));
  expect(own).toContain('Refuge des Lilas');
  expect(own).toContain('nous@lilas.test');
  expect(own).not.toContain('Sonnette');
  expect(own).not.toContain('12, rue du Refuge');
});

test('who was told of it by an event is told nothing more', async () => {
  const counsellor = await hub.as('RESEARCHER', bonnePage);
  const reporting = `mutation { reportServiceStatus(input: { serviceId: "${refuge}", state: OPEN }) { ... on ServiceStatusReported { report { service { ${node} } } } } }`;
  expect((await counsellor.ask(reporting)).reportServiceStatus.report.service).toMatchObject({ email: 'nous@lilas.test', contacts: [{}] });
  const since = await (await hub.as()).ask('{ changes(first: 500) { edges { node { kind subject } } } }');
  expect(JSON.stringify(since)).not.toContain(refuge);
});
