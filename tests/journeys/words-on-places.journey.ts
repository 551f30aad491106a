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

const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
const ask = async (query: string, variables: object) => (await hub.as('RESEARCHER', bonnePage)).ask(query, variables);
async function say(input: object): Promise<string[]> {
  const { reportServiceStatus: said } = await ask(reporting, { input: { serviceId: kitchen, ...input } });
  expect(said.__typename).toBe('ServiceStatusReported');
  return said.notices;
}
const confirm = async (...serviceIds: string[]): Promise<Answer> => (await ask(confirming, { input: { serviceIds } })).confirmServiceStatus;
const service = async (): Promise<Answer> => (await ask(finding, { id: kitchen })).service;
const places = async (): Promise<Answer> =>
  Object.fromEntries((await service()).statusByLocation.map(({ location, status }: Answer) => [location.id, status]));
/** FULL at Chomedey, until a moment ago. */
async function fullUntilNow(): Promise<void> {
  await say({ state: 'FULL', locationId: chomedey, goodUntil: soon(1_500) });
  await delay(1_550);
}

test('a word on a place that a newer word on the whole covers forbids no confirmation', async () => {
  await fullUntilNow();
  expect(await confirm(kitchen)).toMatchObject({ __typename: 'GoodUntilPassed' });
  await say({ state: 'OPEN' });
  expect((await service()).status.mixed).toBe(false);
  expect(await confirm(kitchen)).toMatchObject({ services: [{ id: kitchen }], leftOutBecause: [] });
});

test('« Tout est comme d’habitude » leaves out a service one of whose places is past its end, and confirms the others', async () => {
  await say({ serviceId: library, state: 'OPEN' });
  await fullUntilNow();
  expect(await confirm(kitchen, library)).toMatchObject({
    services: [{ id: library }],
    leftOutBecause: [{ service: { id: kitchen }, why: 'GOOD_UNTIL_IS_OVER' }],
  });
});

test('a place that is the service’s no more counts in nothing, and does again when it is', async () => {
  await fullUntilNow();
  const isMixed = async () => (await service()).status.mixed;
  expect(await isMixed()).toBe(true);
  const [{ id }] = await hub.db.query('select id from directory.service_at_location where service_id = $1 and location_id = $2', [
    kitchen,
    chomedey,
  ]);
  const leave = () => hub.db.query('delete from directory.service_at_location where id = $1', [id]);
  const join = () =>
    hub.db.query('insert into directory.service_at_location (id, service_id, location_id) values ($1, $2, $3)', [id, kitchen, chomedey]);
  await leave();
  expect(await isMixed()).toBe(false);
  await join();
  expect(await isMixed()).toBe(true);
  await leave();
  expect(await confirm(kitchen)).toMatchObject({ services: [{ id: kitchen }] });
  await join();
});

test('what is planned is told on each place it is for, whichever word holds there: of two plans the earlier', async () => {
  await say({ state: 'SUSPENDED', locationId: chomedey, effectiveFrom: soon(3_600_000) });
  const planned = async () => Object.fromEntries(Object.entries(await places()).map(([id, { planned }]: Answer) => [id, planned?.state]));
  expect(await planned()).toEqual({ [chomedey]: 'SUSPENDED', [pontViau]: undefined });
  await say({ state: 'LIMITED', locationId: chomedey });
  await say({ state: 'RELOCATED', effectiveFrom: soon(1_800_000) });
  expect(await planned()).toEqual({ [chomedey]: 'RELOCATED', [pontViau]: 'RELOCATED' });
  await say({ state: 'FULL', locationId: pontViau, effectiveFrom: soon(60_000) });
  expect(await planned()).toEqual({ [chomedey]: 'RELOCATED', [pontViau]: 'FULL' });
  expect((await service()).status.planned).toMatchObject({ state: 'RELOCATED' });
});

test('a word on a place that was confirmed holds against an older one on the whole, on the page and on the map', async () => {
  const serviceId = crypto.randomUUID();
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr, languages) values ($1, 'confirmed', $2, 'Vestiaire', '{fr}')`,
    [serviceId, bonnePage],
  );
  await hub.db.query('insert into directory.service_at_location (id, service_id, location_id) values (gen_random_uuid(), $1, $2)', [
    serviceId,
    chomedey,
  ]);
  await say({ serviceId, state: 'FULL', locationId: chomedey, observedAt: soon(-3_600_000) });
  await confirm(serviceId);
  await say({ serviceId, state: 'OPEN', observedAt: soon(-1_800_000) });
  const { service, mapServices } = await ask(
    `query ($id: ID!) { service(id: $id) { status { state mixed } statusByLocation { status { state } } }
       mapServices { id state serviceState } }`,
    { id: serviceId },
  );
  expect(service).toEqual({ status: { state: 'OPEN', mixed: true }, statusByLocation: [{ status: { state: 'FULL' } }] });
  expect(mapServices.filter(({ id }: Answer) => id === serviceId)).toEqual([{ id: serviceId, state: 'FULL', serviceState: 'OPEN' }]);
});

const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename
  ... on ServiceStatusReported { notices } ... on Refusal { message } } }`;
const confirming = `mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename
  ... on ServiceStatusConfirmed { services { id } leftOutBecause { service { id } why } } } }`;
const finding = `query ($id: ID!) { service(id: $id) { status { state mixed planned { state } }
  statusByLocation { location { id } status { state freshness confirmedAt planned { state takesOverAt } } } } }`;
