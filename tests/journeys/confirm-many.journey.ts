import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

const say = async (serviceId: string, input: object): Promise<void> => {
  const said = await (await here.as('RESEARCHER', bonnePage)).ask(reporting, { input: { serviceId, state: 'OPEN', ...input } });
  expect(said.reportServiceStatus.__typename).toBe('ServiceStatusReported');
};
/** What was answered, or the error. */
const answered = (answer: Answer) => answer.confirmServiceStatus ?? answer;
const confirm = async (serviceIds: string[], hub = here, input: object = {}): Promise<Answer> =>
  answered(await (await hub.as('RESEARCHER', bonnePage)).ask(confirming, { input: { serviceIds, ...input } }));
const because = ({ services, leftOutBecause }: Answer) => [
  services.map(({ id }: Answer) => id),
  leftOutBecause.map(({ service, why }: Answer) => `${service.id} ${why}`),
];

test('« Rien n’a changé » for many leaves out a count and an end that has passed, and says so; of one alone each is its own', async () => {
  await say(kitchen, { capacity: { available: 3 } });
  await say(library, {});
  expect(because(await confirm([kitchen, library, shelter]))).toEqual([[library], [`${kitchen} HAS_CAPACITY`, `${shelter} NEVER_SAID`]]);
  expect(because(await confirm([kitchen]))).toEqual([[kitchen], []]);

  await say(kitchen, { goodUntil: new Date(Date.now() + 1_000).toISOString() });
  await new Promise(done => setTimeout(done, 1_100));
  expect(because(await confirm([kitchen, library]))).toEqual([[library], [`${kitchen} GOOD_UNTIL_IS_OVER`]]);
  expect(await confirm([kitchen])).toMatchObject({ __typename: 'GoodUntilPassed' });
});

test('said without a line, it counts from the tap, never before what was seen nor from later than now; a newer one is never made older', async () => {
  const now = () => here.get(Clock).now(); // whose minutes are counted
  const seen = now();
  await say(kitchen, {});
  const counts = async () => {
    const [row] = await here.db.query('select confirmed_at, stale_at from status.current where service_id = $1 and location_id is null', [
      kitchen,
    ]);
    return [row.confirmed_at, row.stale_at] as [Date, Date];
  };
  const observedAt = now();
  await new Promise(later => setTimeout(later, 100));
  const saidAt = now();
  await new Promise(later => setTimeout(later, 100));
  expect(because(await confirm([kitchen], here, { observedAt, saidAt }))).toEqual([[kitchen], []]);
  const [atTap, staleThen] = await counts();
  expect(atTap).toEqual(saidAt);
  expect(because(await confirm([kitchen], here, { observedAt, saidAt: seen }))).toEqual([[kitchen], []]); // tapped before it was seen: no such tap
  expect(await counts()).toEqual([atTap, staleThen]);
  await confirm([kitchen], here, { saidAt: new Date(+now() + 3_600_000) });
  const [last, later] = await counts();
  expect([last > atTap, last <= now(), +later >= +staleThen]).toEqual([true, true, true]);
});

/** As a phone does: on a machine too busy to answer in time, the same act again. */
async function insist(serviceIds: string[], hub: TestHub, idempotencyKey: string): Promise<Answer> {
  for (;;) {
    const answer = await confirm(serviceIds, hub, { idempotencyKey });
    if (answer.code !== 'UNAVAILABLE') return answer;
  }
}

test('fifty who confirm at once, on two hubs, each confirm', async () => {
  await say(kitchen, {});
  await (await here.as('PARTNER_EDITOR', pain)).ask('{ position }');
  const { position } = await (await here.as()).ask('{ position }');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => insist(n % 2 ? [kitchen, library] : [library, kitchen], n % 3 ? here : there, `click ${n}`)),
  );
  expect(answers.map(answer => answer?.services?.length ?? answer)).toEqual(answers.map(() => 2));
  const { changes } = await (
    await here.as()
  ).ask('query ($after: Position) { changes(after: $after, first: 200) { edges { node { kind } } } }', { after: position });
  expect(changes.edges.map(({ node }: Answer) => node.kind)).toEqual(Array.from({ length: 100 }, () => 'service-status-confirmed'));
}, 30_000);

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const confirming = `mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename
  ... on ServiceStatusConfirmed { services { id } leftOutBecause { service { id } why } } ... on Refusal { message } } }`;
