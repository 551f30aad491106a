import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceSchedulesChangedEvent } from '#libs/directory';
import { newId } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, take, type TestClient, TestHub, until } from '../support/test-hub.ts';

const HOW_MANY = 400;
const HOUR = 3_600_000;
const ids = Array.from({ length: HOW_MANY }, newId);

let here: TestHub, there: TestHub, partner: TestClient, supervisor: TestClient;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  await here.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr) select id, 'many ' || n, $2, 'Service ' || n
     from unnest($1::uuid[]) with ordinality as made (id, n)`,
    [ids, pain],
  );
  await here.db.query(
    `insert into directory.service_area (id, service_id, territory_code) select gen_random_uuid(), id, 'vimont' from unnest($1::uuid[]) as made (id)`,
    [ids],
  );
  await here.db.query(
    `insert into directory.service_category (service_id, category) select id, 'food' from unnest($1::uuid[]) as made (id)`,
    [ids],
  );
  there = await TestHub.start(here);
  partner = await here.as('PARTNER_EDITOR', pain);
  supervisor = await there.as('CENTRE_SUPERVISOR', bonnePage);
}, 60_000);
afterAll(() => Promise.all([here?.close(), there?.close()]));

const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const report = async (serviceId: string, input: object = {}): Promise<void> => {
  const said = await partner.ask(reporting, { input: { serviceId, state: 'OPEN', ...input } });
  expect(said).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
};
/** Twenty at a time. */
async function reportAll(services: readonly string[], inputOf: (n: number) => object = () => ({})): Promise<void> {
  for (let from = 0; from < services.length; from += 20)
    await Promise.all(services.slice(from, from + 20).map((service, n) => report(service, inputOf(from + n))));
}
const statusOf = async (id: string) => (await partner.ask(finding, { id })).service.status;
const open = async (input: object): Promise<Answer> =>
  (await supervisor.ask(opening, { input: { name: { fr: 'Verglas' }, nature: 'ICE_STORM', ...input } })).openCrisis.crisis;
const turn = (crisisId: string, phase: string) =>
  supervisor.ask(turning, { input: { crisisId, phase, reason: 'Prévision d’Hydro-Québec' } });

/** How many words are stale so many hours after they were heard. */
const lasting = async (hours: number): Promise<number> => {
  const [{ count }] = await here.db.query(
    `select count(*) from status.current join status.report on report.id = current.report_id
     where current.service_id = any($1) and stale_at = coalesce(confirmed_at, counts_from) + make_interval(hours => $2)
       and aging_at = coalesce(confirmed_at, counts_from) + make_interval(mins => $2 * 40)`,
    [ids, hours],
  );
  return Number(count);
};
const settled = (hours: number) => until(async () => (await lasting(hours)) === HOW_MANY, 20_000);

test('a phase changes while 400 words decay and others are said: each ends by the new limit, none by the old', async () => {
  const { id } = await open({ areas: [{ territory: 'laval', phase: 'WATCH' }] });
  await reportAll(ids.slice(0, 300), n => ({ observedAt: ago(n / 10) }));
  expect(await lasting(14 * 24)).toBe(300);

  const { position } = await partner.ask('{ position }');
  const told = take((await here.as()).watch(recounting, { after: position }), 1);
  await Promise.all([turn(id, 'RESPONSE'), reportAll(ids.slice(300))]);
  await settled(24);
  expect((await told)[0].freshnessRecounted.territories).toEqual(['laval']);
  expect(await statusOf(ids[299]!)).toMatchObject({ freshness: 'STALE', state: 'OPEN' }); // heard 29.9 h ago
  expect(await statusOf(ids[0]!)).toMatchObject({ freshness: 'FRESH' });

  await turn(id, 'CLOSED');
  await settled(14 * 24);
  expect(await statusOf(ids[299]!)).toMatchObject({ freshness: 'FRESH' });
}, 120_000);

test('of two crises in one place the strictest holds, and when it closes the other does; an exercise counts for nothing', async () => {
  const alert = await open({ areas: [{ territory: 'vimont', phase: 'ALERT' }] });
  const response = await open({ areas: [{ territory: 'laval', phase: 'RESPONSE' }], categories: ['food'] });
  await settled(24);
  await open({ areas: [{ territory: 'vimont', phase: 'RESPONSE' }], categories: ['education'] });
  const drill = await open({ areas: [{ territory: 'vimont', phase: 'RESPONSE' }], exercise: true });
  await turn(response.id, 'CLOSED');
  await settled(72);
  await turn(drill.id, 'ALERT');
  await turn(alert.id, 'CLOSED');
  await settled(14 * 24);
}, 120_000);

test('where a crisis spreads to, words age by it at once; what no longer matters to it ages by the usual rule again', async () => {
  const { id } = await open({ areas: [{ territory: 'auteuil', phase: 'RESPONSE' }] });
  const change = (name: string, input: object) =>
    supervisor.ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`, {
      input: { crisisId: id, ...input },
    });
  await settled(14 * 24);
  await change('addCrisisArea', { territory: 'vimont', phase: 'ALERT' });
  await settled(72);
  await change('setCrisisMatters', { categories: ['education'], needKinds: [] });
  await settled(14 * 24);
  await turn(id, 'CLOSED');
}, 120_000);

test('a rule that is edited counts at once; an end that was said is never passed, and a plan is counted from its time', async () => {
  const soon = new Date(Date.now() + HOUR).toISOString();
  const [ending, planned] = [ids[0]!, ids[1]!];
  await report(ending, { goodUntil: soon });
  await report(planned, { state: 'LIMITED', effectiveFrom: soon });
  const { id } = await open({ areas: [{ territory: 'vimont', phase: 'ALERT' }] });
  await supervisor.ask('mutation ($input: SetFreshnessInput!) { setFreshness(input: $input) { __typename } }', {
    input: { crisisId: id, phase: 'ALERT', category: 'food', hours: 6 },
  });
  await until(async () => (await lasting(6)) === HOW_MANY - 1, 20_000);
  expect((await statusOf(ending)).staleAt).toBe(soon);
  const [plan] = await here.db.query('select takes_over_at, stale_at from status.planned where service_id = $1', [planned]);
  expect(plan.stale_at - plan.takes_over_at).toBe(6 * HOUR);
  await turn(id, 'CLOSED');
  await until(async () => (await lasting(14 * 24)) === HOW_MANY - 1, 20_000);
  expect((await statusOf(ending)).staleAt).toBe(soon);
}, 120_000);

test('words age in opening hours, the past ones too; when schedules change they are counted anew', async () => {
  const id = kitchen;
  await report(id, { observedAt: ago(30) });
  const hours = async (...periods: [from: number, to: number][]) => {
    const open = periods.map(([from, to]) => `[${ago(-from)},${ago(-to)})`).join(',');
    await here.get(UnitOfWork).run(async tx => {
      await tx.manager.query(
        `insert into directory.opening (service_id, open_during, known_until, changed_at) values ($1, $2::tstzmultirange, now() + interval '56 days', now())
         on conflict (service_id, location_id) do update set open_during = excluded.open_during`,
        [id, `{${open}}`],
      );
      tx.announce(ServiceSchedulesChangedEvent.of(newId(), { v: 1, serviceIds: [id] }));
    });
  };
  const isStale = async () => (await statusOf(id)).freshness === 'STALE';
  const { id: crisis } = await open({ areas: [{ territory: 'chomedey', phase: 'RESPONSE' }] });
  await until(isStale, 20_000); // without hours: heard 30 h ago, good for 24
  await hours([-28, -26], [3, 11]);
  await delay(500);
  expect(await isStale()).toBe(true); // the opening after it was heard is over, and so are the 24 h
  await hours([-31, -26], [3, 11]);
  await until(async () => !(await isStale()), 20_000);
  const [{ stale, aging }] = await here.db.query(
    `select extract(epoch from stale_at - now()) / 3600 as stale, extract(epoch from aging_at - now()) / 3600 as aging from status.current where service_id = $1`,
    [id],
  );
  expect([Math.round(stale), Math.round(aging)]).toEqual([11, 7]); // 4 h were open since, and 8 will be: two thirds of 12
  await turn(crisis, 'CLOSED');
}, 120_000);

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
const turning = 'mutation ($input: ChangeCrisisPhaseInput!) { changeCrisisPhase(input: $input) { __typename } }';
const recounting = 'subscription ($after: Position) { freshnessRecounted(after: $after) { territories } }';
const finding = 'query ($id: ID!) { service(id: $id) { status { state freshness staleAt } } }';
