import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, kitchen, library, pain, someServices } from '../support/region.ts';
import { type Answer, take, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let before: string;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  before = (await (await hub.as()).ask('{ position }')).position;
  const researcher = await hub.as('RESEARCHER', bonnePage);
  const say = (input: object) => researcher.ask(reporting, { input: { serviceId: kitchen, ...input } });
  await say({ state: 'OPEN', note: { fr: 'Porte bleue' } });
  await say({ state: 'LIMITED', observedAt: new Date(Date.now() - 3_600_000).toISOString() });
  await researcher.ask(confirming, { input: { serviceIds: [kitchen] } });
  for (const role of [undefined, 'COUNSELLOR'] as const)
    await (await hub.as(role, role && bonnePage)).ask(contradicting, { input: { serviceId: kitchen, says: 'CLOSED' } });
  await say({ state: 'FULL' });
  await say({ serviceId: library, state: 'OPEN' });
});
afterAll(() => hub?.close());

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const confirming = 'mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename } }';
const contradicting = 'mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) { __typename } }';
const replay = `subscription ($after: Position, $filter: ServiceChangeFilter) {
  serviceStatusChanged(after: $after, filter: $filter) { service { id } status { state note { fr } } } }`;
const asked = `query ($after: Position, $id: ID!) {
  changes(after: $after) { edges { node { kind subject } } }
  timeline { service { id } } statusReports(serviceId: $id, first: 5) { totalCount edges { node { note { fr } } } } }`;

/** Which services each way of looking back tells of. */
async function told(reader: TestClient) {
  const { changes, timeline, statusReports } = await reader.ask(asked, { after: before, id: kitchen });
  const replayed: string[] = [];
  for await (const { serviceStatusChanged } of reader.watch(replay, { after: before })) {
    replayed.push(serviceStatusChanged.service.id);
    if (serviceStatusChanged.service.id === library) break; // the last that happened
  }
  const has = (ids: string[]) => ids.includes(kitchen);
  return {
    changes: has(changes.edges.map(({ node }: Answer) => node.subject)),
    timeline: has(timeline.map(({ service }: Answer) => service.id)),
    statusReports: statusReports.totalCount > 0 || statusReports.edges.length > 0,
    serviceStatusChanged: has(replayed),
  };
}
const all = { changes: true, timeline: true, statusReports: true, serviceStatusChanged: true };
const nothing = { changes: false, timeline: false, statusReports: false, serviceStatusChanged: false };
const readers: [Role | undefined, string | undefined][] = [
  [undefined, undefined],
  ['PARTNER_EDITOR', bonnePage],
  ['PARTNER_EDITOR', pain],
  ['RESEARCHER', bonnePage],
  ['COMMITTEE_MEMBER', pain],
];
const toldAll = async () =>
  Object.fromEntries(await Promise.all(readers.map(async who => [who.join(' '), await told(await hub.as(...who))])));
const among = (trusted: string[]) =>
  Object.fromEntries(readers.map(who => [who.join(' '), trusted.includes(who.join(' ')) ? all : nothing]));
const everybody = readers.map(who => who.join(' '));
const change = (set: string) => hub.db.query(`update directory.service set ${set} where id = $1`, [kitchen]);

test('what happened is told to everybody while the service is anybody’s to see', async () => {
  expect(await toldAll()).toEqual(among(everybody));
});

test('a service made confidential since is told by no replay, but to those who may know of it', async () => {
  await change(`confidential = true, confidential_reason = 'Personnes menacées'`);
  expect(await toldAll()).toEqual(among([`PARTNER_EDITOR ${pain}`, `RESEARCHER ${bonnePage}`]));
  await change('confidential = false, confidential_reason = null');
});

test('nor is one whose whole organization became so', async () => {
  const hide = (how: boolean) =>
    hub.db.query('update directory.organization set confidential = $1, confidential_reason = $2 where id = $3', [
      how,
      how ? 'x' : null,
      pain,
    ]);
  await hide(true);
  expect(await toldAll()).toEqual(among([`PARTNER_EDITOR ${pain}`, `RESEARCHER ${bonnePage}`]));
  await hide(false);
});

test('a service that was taken off the list since is told to nobody', async () => {
  await change(`listing = 'UNLISTED'`);
  expect(await toldAll()).toEqual(among([]));
  await change(`listing = 'LISTED'`);
});

test('a subscriber who was there before hears no more of it, and goes on hearing of the others', async () => {
  const anybody = await hub.as();
  const after = (await anybody.ask('{ position }')).position;
  const researcher = await hub.as('RESEARCHER', bonnePage);
  const heard = take(anybody.watch(replay, { after }), 2);
  await researcher.ask(reporting, { input: { serviceId: library, state: 'LIMITED' } });
  await change(`confidential = true, confidential_reason = 'Personnes menacées'`);
  await researcher.ask(reporting, { input: { serviceId: kitchen, state: 'CLOSED' } });
  await researcher.ask(reporting, { input: { serviceId: library, state: 'OPEN' } });
  expect((await heard).map(({ serviceStatusChanged: { service, status } }) => [service.id, status.state])).toEqual([
    [library, 'LIMITED'],
    [library, 'OPEN'],
  ]);
  await change('confidential = false, confidential_reason = null');
});
