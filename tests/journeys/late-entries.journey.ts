import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { bonnePage, chomedey, kitchen, library, pontViau, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());
beforeEach(() => say({ state: 'OPEN' }));

const ask = async (query: string, variables: object = {}): Promise<Answer> => (await hub.as('RESEARCHER', bonnePage)).ask(query, variables);
async function say(input: object): Promise<string[]> {
  const { reportServiceStatus: said } = await ask(reporting, { input: { serviceId: kitchen, ...input } });
  expect(said.__typename).toBe('ServiceStatusReported');
  return said.notices;
}
/** A moment that is past, with time on both sides of it. */
async function moment(): Promise<string> {
  await delay(30);
  const at = new Date().toISOString();
  await delay(30);
  return at;
}
async function confirm(id = kitchen): Promise<void> {
  const { confirmServiceStatus } = await ask(confirming, { input: { serviceIds: [id] } });
  expect(confirmServiceStatus.services).toEqual([{ id }]);
}
async function states(id = kitchen): Promise<Answer> {
  const { service } = await ask(finding, { id });
  const places = service.statusByLocation.map(({ location, status }: Answer) => [location.id, status.state]);
  return { whole: service.status.state, mixed: service.status.mixed, ...Object.fromEntries(places) };
}
const allOpen = { whole: 'OPEN', mixed: false, [chomedey]: 'OPEN', [pontViau]: 'OPEN' };

test('what was seen before a confirmation joins the history when it comes after; what was seen since holds', async () => {
  const before = await moment();
  await confirm();
  const since = await moment();
  const { position } = await ask('{ position }');
  expect(await say({ state: 'CLOSED', observedAt: before })).toEqual(['JOINED_HISTORY']);
  expect(await states()).toEqual(allOpen);
  const { changes } = await ask('query ($after: Position) { changes(after: $after) { edges { node { kind } } } }', { after: position });
  expect(changes.edges.map(({ node }: Answer) => node.kind)).toEqual(['service-history-entered']);
  expect(await say({ state: 'LIMITED', observedAt: since })).toEqual([]);
  expect(await states()).toMatchObject({ whole: 'LIMITED' });
});

test('a word on a place that was seen before the whole service spoke, or was confirmed, joins the history', async () => {
  const beforeIt = await moment();
  await say({ state: 'OPEN' });
  expect(await say({ state: 'FULL', locationId: chomedey, observedAt: beforeIt })).toEqual(['JOINED_HISTORY']);
  const before = await moment();
  await confirm();
  expect(await say({ state: 'FULL', locationId: chomedey, observedAt: before })).toEqual(['JOINED_HISTORY']);
  expect(await states()).toEqual(allOpen);
});

test('confirming the whole and its places together leaves each as it was', async () => {
  const [first, second] = [await moment(), await moment()];
  await say({ state: 'FULL', locationId: pontViau, observedAt: second });
  expect(await say({ state: 'LIMITED', observedAt: first })).toEqual([]); // typed later, seen before
  const now = { ...allOpen, whole: 'LIMITED', mixed: true, [chomedey]: 'LIMITED', [pontViau]: 'FULL' };
  expect(await states()).toEqual(now);
  await confirm();
  expect(await states()).toEqual(now);
  expect(await say({ state: 'CLOSED', observedAt: second })).toEqual(['JOINED_HISTORY']);
  expect(await states()).toEqual(now);
});

test('a confirmed word on a place is not covered by a late first word on the whole', async () => {
  const [{ id: vimont }] = await hub.db.query(`select id from directory.location where source_id = 'vimont'`);
  await say({ serviceId: library, locationId: vimont, state: 'FULL' });
  const before = await moment();
  await confirm(library);
  await say({ serviceId: library, state: 'CLOSED', observedAt: before });
  expect(await states(library)).toEqual({ whole: 'CLOSED', mixed: true, [vimont]: 'FULL' });
});

const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename
  ... on ServiceStatusReported { notices } ... on Refusal { message } } }`;
const confirming = `mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) {
  ... on ServiceStatusConfirmed { services { id } } } }`;
const finding = 'query ($id: ID!) { service(id: $id) { status { state mixed } statusByLocation { location { id } status { state } } } }';
