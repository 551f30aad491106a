import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, chomedey, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

type Who = [role?: Role, organizationId?: string];
const partner: Who = ['PARTNER_EDITOR', pain];
const researcher: Who = ['RESEARCHER', bonnePage];
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();

const ask = async (query: string, variables: object = {}, who: Who = []): Promise<Answer> => (await hub.as(...who)).ask(query, variables);
const report = async (input: object, who: Who = partner): Promise<void> => {
  const said = await ask(reporting, { input: { serviceId: kitchen, state: 'OPEN', ...input } }, who);
  expect(said.reportServiceStatus.__typename).toBe('ServiceStatusReported');
};
const statusOf = async (id = kitchen, who: Who = []) => (await ask(finding, { id }, who)).service.status;
async function open(serviceId: string, periods: [from: number, to: number][], locationId: string | null = null): Promise<void> {
  await hub.db.query(
    `insert into directory.opening (service_id, location_id, open_during, known_until, changed_at) values ($1, $2, $3::tstzmultirange, now(), now())
     on conflict (service_id, location_id) do update set open_during = excluded.open_during`,
    [serviceId, locationId, `{${periods.map(([from, to]) => `[${hours(from)},${hours(to)})`).join(',')}}`],
  );
}

test('state and hours are two things: open, and closed at this hour; of who never spoke the hours are said all the same', async () => {
  await report({});
  expect((await statusOf()).openNow).toBeNull(); // no hours are known
  await open(kitchen, [[2, 5]]);
  expect(await statusOf()).toMatchObject({ state: 'OPEN', openNow: false });
  await open(kitchen, [[-1, 1]]);
  expect((await statusOf()).openNow).toBe(true);
  await report({ state: 'SUSPENDED' });
  expect(await statusOf()).toMatchObject({ state: 'SUSPENDED', openNow: true });
  await open(library, [[-1, 1]]);
  expect(await statusOf(library)).toMatchObject({ state: 'UNKNOWN', openNow: true });
});

test('each place has its own hours, whoever’s word it takes', async () => {
  await open(kitchen, [[-1, 1]], chomedey);
  await open(kitchen, [[3, 4]], pontViau);
  await report({ state: 'FULL', locationId: chomedey });
  const { statusByLocation } = (
    await ask('query ($id: ID!) { service(id: $id) { statusByLocation { location { id } status { state openNow } } } }', { id: kitchen })
  ).service;
  expect(Object.fromEntries(statusByLocation.map(({ location, status }: Answer) => [location.id, [status.state, status.openNow]]))).toEqual(
    {
      [chomedey]: ['FULL', true],
      [pontViau]: ['SUSPENDED', false],
    },
  );
});

test('a capacity ages four hours after it was counted, and the word does not', async () => {
  await report({ state: 'LIMITED', capacity: { available: 3, total: 40, asOf: hours(-3.9) } });
  const { capacity } = await statusOf();
  expect([capacity.stale, Date.parse(capacity.agesAt) - Date.parse(capacity.asOf)]).toEqual([false, 4 * 3_600_000]);
  await report({ state: 'LIMITED', capacity: { available: 3, total: 40, asOf: hours(-4.1) } });
  expect(await statusOf()).toMatchObject({ freshness: 'FRESH', capacity: { stale: true } });
});

test('who replaces is shown, but for those who may not know of it', async () => {
  await report({ replacementServiceId: library });
  expect((await statusOf()).replacement).toEqual({ id: library, name: { fr: 'Aide aux devoirs' } });
  await report({ replacementServiceId: shelter }, researcher);
  expect((await statusOf(kitchen, researcher)).replacement).toMatchObject({ id: shelter });
  expect((await statusOf()).replacement).toBeNull();
});

test('whose word it is: the organization’s own, heard from it, or another’s', async () => {
  await report({});
  expect(await statusOf()).toMatchObject({ source: 'PARTNER', heardFrom: null, accordingToOrganization: true });
  await report({ heardFrom: { channel: 'TELEPHONE', role: 'VOLUNTEER' } }, researcher);
  expect(await statusOf()).toMatchObject({
    source: 'RESEARCHER',
    heardFrom: { channel: 'TELEPHONE', role: 'VOLUNTEER' },
    accordingToOrganization: true,
  });
  await report({}, researcher);
  expect(await statusOf()).toMatchObject({ source: 'RESEARCHER', accordingToOrganization: false });
});

test('history says all that was said, why to those who may know, and an undone word is a new one', async () => {
  await report({ state: 'SUSPENDED', reason: 'Congé de Marie', capacity: { available: 0 }, changes: ['STAFF'] });
  await report({ state: 'OPEN' }); // undone
  const rows = async (who: Who): Promise<Answer[]> =>
    (await ask(history, { id: kitchen }, who)).statusReports.edges.map(({ node }: Answer) => node);
  const [undone, said] = await rows(partner);
  expect([undone.state, said]).toEqual([
    'OPEN',
    expect.objectContaining({
      state: 'SUSPENDED',
      reason: 'Congé de Marie',
      changes: ['STAFF'],
      source: 'PARTNER',
      accordingToOrganization: true,
    }),
  ]);
  expect(said.capacity).toMatchObject({ available: 0, stale: false });
  expect((await rows(['COUNSELLOR', bonnePage]))[1].reason).toBe('Congé de Marie');
  for (const other of [[], ['COMMITTEE_MEMBER', bonnePage], ['PARTNER_EDITOR', bonnePage]] as Who[])
    expect((await rows(other))[1].reason).toBeNull();
});

const reporting =
  'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename ... on Refusal { message } } }';
const finding = `query ($id: ID!) { service(id: $id) { status { state freshness openNow source accordingToOrganization heardFrom { channel role }
  replacement { id name { fr } } capacity { available asOf agesAt stale } } } }`;
const history = `query ($id: ID!) { statusReports(serviceId: $id, first: 2) { edges { node {
  state reason changes source accordingToOrganization heardFrom { channel } replacement { id } capacity { available stale } } } } }`;
