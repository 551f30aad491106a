import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportHsds } from '#libs/directory';
import type { Role } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { bonnePage, chomedey, kitchen, library, pain, someServices } from '../support/region.ts';
import { type Answer, take, type TestClient, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let anybody: TestClient;
let now = new Date();
beforeAll(async () => {
  hub = await TestHub.start();
  hub.get(Clock).now = () => now;
  await someServices(hub.db);
  anybody = await hub.as();
});
afterAll(() => hub?.close());

const at = (instant: string) => void (now = new Date(instant));
const later = (hours: number) => new Date(+now + hours * 3_600_000).toISOString();
/** A token lasts an hour: in each story others sign in. */
const somebody = (role: Role, organizationId: string) => hub.as(role, organizationId);
async function keeps(hours: object | null): Promise<void> {
  const schedules = hours ? [{ id: 'hours', freq: 'WEEKLY', ...hours }] : [];
  const service = { id: kitchen, organization_id: pain, status: 'active', name: 'Cuisine collective', schedules };
  const { problems } = await hub.get(ImportHsds).runOn({ services: [service] }, 'test', { source: 'test' });
  expect(problems).toEqual([]);
}
async function say(client: TestClient, input: object): Promise<string[]> {
  const { reportServiceStatus } = await client.ask(reporting, { input: { serviceId: kitchen, ...input } });
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
  return reportServiceStatus.notices;
}
async function open(client: TestClient, territory: string, phase: string): Promise<string> {
  const { openCrisis } = await client.ask(
    'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }',
    { input: { name: { fr: 'Crue' }, nature: 'FLOOD', areas: [{ territory, phase }] } },
  );
  return openCrisis.crisis.id;
}
const status = async (id = kitchen): Promise<Answer> => (await anybody.ask(finding, { id })).service?.status;
const isOpenAt = async (openAt: string) => (await anybody.ask(opened, { filter: { openAt } })).services.totalCount === 1;

const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename
  ... on ServiceStatusReported { notices } ... on Refusal { message } } }`;
const finding = `query ($id: ID!) { service(id: $id) { hours(days: 2) { date periods { opensAt closesAt } }
  status { state openNow freshness agingAt staleAt planned { state takesOverAt } } } }`;
const opened = 'query ($filter: ServiceFilter) { services(filter: $filter) { totalCount } }';
const live = `subscription ($after: Position) { serviceStatusChanged(after: $after) { previousState service { id } status { state } } }`;

test('without hours a word ages by the clock, and nobody says whether it is open now', async () => {
  at('2026-03-06T15:00:00.000Z');
  await open(await somebody('CENTRE_SUPERVISOR', bonnePage), 'laval', 'RESPONSE');
  await say(await somebody('RESEARCHER', bonnePage), { state: 'OPEN' });
  expect(await status()).toMatchObject({ openNow: null, agingAt: '2026-03-07T07:00:00.000Z', staleAt: '2026-03-07T15:00:00.000Z' });
  expect(await isOpenAt(later(1))).toBe(false);
});

test('of two crises in one place the strictest limit holds, then the other’s, then the usual one', async () => {
  at('2026-03-07T12:00:00.000Z');
  const [coordinator, editor] = [await somebody('MUNICIPAL_COORDINATOR', bonnePage), await somebody('PARTNER_EDITOR', bonnePage)];
  const alert = await open(coordinator, 'vimont', 'ALERT');
  await say(editor, { serviceId: library, state: 'OPEN' });
  expect((await status(library)).staleAt).toBe(later(24)); // the response in all of Laval runs still
  const close = async (crisisId: string) => {
    const { changeCrisisPhase } = await coordinator.ask(
      'mutation ($input: ChangeCrisisPhaseInput!) { changeCrisisPhase(input: $input) { __typename } }',
      { input: { crisisId, phase: 'CLOSED', reason: 'Fin' } },
    );
    expect(changeCrisisPhase.__typename).toBe('CrisisPhaseChanged');
  };
  const running = (await anybody.ask('{ crises { id phase } }')).crises.find(({ id }: Answer) => id !== alert);
  await close(running.id);
  await until(async () => (await status(library)).staleAt === later(72));
  await close(alert);
  await until(async () => (await status(library)).staleAt === later(14 * 24));
  await open(coordinator, 'laval', 'RESPONSE');
  await until(async () => (await status(library)).staleAt === later(24));
});

/** From eight in the evening to six in the morning; heard on Saturday at nine in the evening, for 24 hours and the next night. */
test.each<[string, Role, string, object]>([
  [
    'leap forward, which is an hour shorter',
    'RESEARCHER',
    '2026-03-08T02:00:00.000Z',
    { from: '2026-03-08T01:00', to: '2026-03-08T10:00', agingAt: '2026-03-09T04:00', staleAt: '2026-03-09T10:00' },
  ],
  [
    'fall back, which is an hour longer',
    'CENTRE_SUPERVISOR',
    '2026-11-01T01:00:00.000Z',
    { from: '2026-11-01T00:00', to: '2026-11-01T11:00', agingAt: '2026-11-02T04:20', staleAt: '2026-11-02T11:00' },
  ],
])('through the night when the clocks %s', async (_, role, saturday, told) => {
  at(saturday);
  await keeps({ byday: 'SA,SU', opens_at: '20:00', closes_at: '06:00' });
  const { from, to, agingAt, staleAt } = Object.fromEntries(Object.entries(told).map(([name, instant]) => [name, `${instant}:00.000Z`]));
  await say(await somebody(role, pain), { state: 'OPEN' });
  const { service } = await anybody.ask(finding, { id: kitchen });
  expect(service.hours[0].periods).toEqual([{ opensAt: from, closesAt: to }]);
  expect(service.status).toMatchObject({ openNow: true, freshness: 'FRESH', agingAt, staleAt });

  const minute = 60_000;
  const moments = [+new Date(from!) - minute, +new Date(from!), +new Date(to!) - minute, +new Date(to!)].map(each =>
    new Date(each).toISOString(),
  );
  expect(await Promise.all(moments.map(isOpenAt))).toEqual([false, true, true, false]);
  at(moments[3]!);
  expect(await status()).toMatchObject({ openNow: false, freshness: 'FRESH' });
  at(agingAt!);
  expect(await status()).toMatchObject({ openNow: true, freshness: 'AGING' });
  at(staleAt!);
  expect(await status()).toMatchObject({ state: 'OPEN', openNow: false, freshness: 'STALE' });
});

test('a planned word whose service closes for good first is asked about, told beforehand, and takes over at its minute', async () => {
  at('2026-12-01T15:00:00.000Z');
  await keeps({ byday: 'TU', opens_at: '09:00', closes_at: '11:00' });
  const editor = await somebody('PARTNER_EDITOR', pain);
  await say(editor, { state: 'OPEN' });
  await say(editor, { state: 'LIMITED', effectiveFrom: later(2) });
  expect(await say(editor, { state: 'CLOSED' })).toEqual(['STILL_PLANNED']);
  const takesOverAt = later(2);
  expect(await status()).toMatchObject({ state: 'CLOSED', openNow: true, planned: { state: 'LIMITED', takesOverAt } });
  const found = async () => (await anybody.ask(opened, { filter: { states: ['CLOSED'] } })).services.totalCount;
  expect(await found()).toBe(1);
  at(takesOverAt);
  expect(await status()).toMatchObject({ state: 'LIMITED', openNow: false, planned: null }); // its counter closed at eleven
  expect(await found()).toBe(0);
});

test('a planned word whose service leaves the list first is told to nobody; those of others are, in their time', async () => {
  at('2026-12-02T15:00:00.000Z');
  const { position: after } = await anybody.ask('{ position }');
  const [ours, theirs] = [await somebody('CASE_WORKER', pain), await somebody('CASE_WORKER', bonnePage)];
  for (const [client, serviceId] of [
    [ours, kitchen],
    [theirs, library],
  ] as const) {
    await say(client, { serviceId, state: 'OPEN' });
    await say(client, { serviceId, state: 'SUSPENDED', effectiveFrom: later(1) });
  }
  await say(ours, { state: 'FULL', locationId: chomedey, effectiveFrom: later(0.5) });
  const list = (listing: string) => hub.db.query('update directory.service set listing = $1 where id = $2', [listing, kitchen]);
  await list('UNLISTED');
  at(later(2));
  const isTurned = async () => (await hub.db.query('select from status.planned where takes_over_at <= $1', [now])).length === 0;
  await until(isTurned);
  const heard = await take(anybody.watch(live, { after }), 4, 500);
  expect(heard.map(({ serviceStatusChanged: { service, status } }) => [service.id === library, status.state])).toEqual([
    [true, 'OPEN'],
    [true, 'OPEN'], // and what is planned
    [true, 'SUSPENDED'],
  ]);
  expect(await status()).toBeUndefined();
  await list('LISTED');
  expect(await status()).toMatchObject({ state: 'SUSPENDED', planned: null });
}, 60_000);
