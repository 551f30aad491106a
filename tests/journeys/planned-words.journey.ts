import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chomedey, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

const soon = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
const report = async (input: object): Promise<Answer> =>
  (await here.as('PARTNER_EDITOR', pain)).ask(reporting, { input: { serviceId: kitchen, ...input } });
const head = async () => (await (await here.as()).ask('{ position }')).position;
const kinds = async (after: string): Promise<string[]> =>
  (
    await (await here.as()).ask('query ($after: Position) { changes(after: $after) { edges { node { kind } } } }', { after })
  ).changes.edges.map(({ node }: Answer) => node.kind);
const told = ({ serviceStatusChanged: { previousState, status, location } }: Answer) => [
  previousState,
  status.state,
  status.mixed,
  location?.id ?? null,
];

test('plans that take over are told once, in their order, on every hub, though two workers look', async () => {
  await report({ state: 'OPEN' });
  const [full, suspended] = [soon(1), soon(2)];
  await report({ state: 'FULL', effectiveFrom: full, locationId: chomedey });
  await report({ state: 'SUSPENDED', effectiveFrom: suspended });
  const after = await head();
  const boards = await Promise.all(
    [here, there].map(async hub => take((await hub.as()).watch(live, { after }), 3, 28_000)), // the third never comes
  );
  for (const board of boards)
    expect(board.map(told)).toEqual([
      ['OPEN', 'OPEN', true, chomedey],
      ['OPEN', 'SUSPENDED', false, null],
    ]);
  expect(await kinds(after)).toEqual(['service-status-turned', 'service-status-turned']);
}, 60_000);

test('a word said just after a plan took over comes after it in the log', async () => {
  await report({ state: 'OPEN' });
  await report({ state: 'LIMITED', effectiveFrom: soon(0.5) });
  const after = await head();
  const board = take((await there.as()).watch(live, { after }), 2);
  await new Promise(done => setTimeout(done, 600));
  await report({ state: 'FULL' });
  expect((await board).map(told)).toEqual([
    ['OPEN', 'LIMITED', false, null],
    ['LIMITED', 'FULL', false, null],
  ]);
  expect(await kinds(after)).toEqual(['service-status-turned', 'service-status-reported']);
}, 30_000);

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const live = `subscription ($after: Position) { serviceStatusChanged(after: $after) {
  previousState location { id } status { state mixed } } }`;
