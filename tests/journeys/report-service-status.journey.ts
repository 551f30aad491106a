import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, chomedey, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';
import type { Role } from '#libs/identity';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

type Who = [role?: Role, organizationId?: string];
const partner: Who = ['PARTNER_EDITOR', pain];
const researcher: Who = ['RESEARCHER', bonnePage];
const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();

async function report(input: object, hub = here, who: Who = partner, language = 'fr'): Promise<Answer> {
  const answer = await (await hub.as(...who)).ask(reporting, { input: { serviceId: kitchen, state: 'FULL', ...input } }, language);
  return answer.reportServiceStatus ?? answer;
}
async function confirm(input: object, who: Who = partner): Promise<Answer> {
  const answer = await (await here.as(...who)).ask(confirming, { input: { serviceIds: [kitchen], ...input } });
  return answer.confirmServiceStatus ?? answer;
}
const ask = async (query: string, variables: object = {}, who: Who = []) => (await here.as(...who)).ask(query, variables);
const watch = async (hub: TestHub, variables: Record<string, unknown>, who: Who = []) => (await hub.as(...who)).watch(live, variables);
const head = async () => (await ask('{ position }')).position as string;
const statusOf = async (hub: TestHub, id = kitchen) => (await (await hub.as()).ask(finding, { id })).service.status;

test('a partner closes a service for a while and a board on the other hub shows it', async () => {
  const after = await head();
  const board = take(await watch(there, { after, filter: { territory: 'chomedey' } }), 1);
  const answer = await report({ state: 'SUSPENDED', note: { fr: 'Dégât d’eau' } });
  expect(answer).toMatchObject({ __typename: 'ServiceStatusReported', notices: [], report: { state: 'SUSPENDED', source: 'PARTNER' } });

  const [{ serviceStatusChanged: change }] = await board;
  expect(change).toMatchObject({ previousState: 'UNKNOWN', service: { id: kitchen }, position: answer.report.position });
  expect(change.status).toEqual(await statusOf(there));
});

test('a board that reconnects elsewhere gets each change once, in order, as it was then', async () => {
  let after = await head();
  for (const state of ['OPEN', 'LIMITED', 'FULL', 'OPEN']) await report({ state });

  const seen: string[] = [];
  for (const hub of [there, here, there, here]) {
    const [{ serviceStatusChanged: change }] = await take(await watch(hub, { after }), 1);
    expect(change.position > after).toBe(true);
    after = change.position;
    seen.push(`${change.previousState} → ${change.status.state}`);
  }
  expect(seen).toEqual(['SUSPENDED → OPEN', 'OPEN → LIMITED', 'LIMITED → FULL', 'FULL → OPEN']);
});

test.each(['20200101000000', '20990101000000'])('a position of the epoch %s is told to read anew', async epoch => {
  const watching = await watch(there, { after: `${epoch}.${'7'.padStart(19, '0')}` });
  await expect(watching.next()).rejects.toMatchObject([{ extensions: { code: 'RESUME_EXPIRED' } }]);
});

test('a note typed late joins the history and moves no board', async () => {
  const after = await head();
  const board = take(await watch(there, { after }), 2);
  const late = await report({ state: 'CLOSED', observedAt: minutes(-60) });
  expect(late.notices).toEqual(['JOINED_HISTORY']);
  await report({ state: 'LIMITED' });
  await report({ state: 'OPEN' });
  expect((await board).map(({ serviceStatusChanged: change }) => change.status.state)).toEqual(['LIMITED', 'OPEN']);
  const { changes } = await ask('query ($after: Position) { changes(after: $after) { edges { node { kind subject } } } }', { after });
  expect(changes.edges.map(({ node }: Answer) => node)).toEqual(
    ['service-history-entered', 'service-status-reported', 'service-status-reported'].map(kind => ({ kind, subject: kitchen })),
  );
});

test('a plan is said beforehand, outlives a new word, and takes over by itself', async () => {
  await report({ state: 'SUSPENDED', effectiveFrom: minutes(60) });
  await report({ state: 'RELOCATED', effectiveFrom: minutes(120) });
  expect((await report({ state: 'OPEN' })).notices).toEqual(['STILL_PLANNED']);
  expect(await statusOf(here)).toMatchObject({ state: 'OPEN', planned: { state: 'SUSPENDED' } });

  const at = async (minute: number) => {
    const [{ answer }] = await here.db.query(
      `select answer from status_published.status_at(now() + $2 * interval '1 min') where service_id = $1 and location_id is null`,
      [kitchen, minute],
    );
    return answer;
  };
  expect(await at(61)).toMatchObject({ state: 'SUSPENDED', freshness: 'FRESH', planned: { state: 'RELOCATED' } });
  expect(await at(121)).toMatchObject({ state: 'RELOCATED', planned: null });
});

test('a clock three days ahead is set right, and that is said', async () => {
  const { report: taken, notices } = await report({ serviceId: kitchen, observedAt: minutes(3 * 24 * 60) });
  expect(notices).toContain('OBSERVED_AT_TAKEN_AS_NOW');
  expect(new Date(taken.observedAt).getTime()).toBeLessThan(Date.now() + 1_000);
});

test('a place that differs makes the service mixed, until the whole service speaks again', async () => {
  await report({ state: 'OPEN' });
  await report({ state: 'FULL', locationId: chomedey });
  expect(await statusOf(here)).toMatchObject({ state: 'OPEN', mixed: true });
  const places = async () =>
    Object.fromEntries(
      (await ask(byPlace, { id: kitchen })).service.statusByLocation.map(({ location, status }: Answer) => [location.id, status.state]),
    );
  expect(await places()).toEqual({ [chomedey]: 'FULL', [pontViau]: 'OPEN' });
  await report({ state: 'LIMITED' });
  expect(await statusOf(here)).toMatchObject({ state: 'LIMITED', mixed: false });
  expect(await places()).toEqual({ [chomedey]: 'LIMITED', [pontViau]: 'LIMITED' });
});

test('two clicks with one key, on two hubs at once, are one report', async () => {
  const before = await head();
  const answers = await Promise.all([here, there, here, there].map(hub => report({ idempotencyKey: 'one' }, hub)));
  expect(new Set(answers.map(answer => answer.report.id)).size).toBe(1);
  expect(BigInt((await head()).split('.')[1]!) - BigInt(before.split('.')[1]!)).toBe(1n);
  expect(await report({ state: 'OPEN', idempotencyKey: 'one' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('two who speak at once are both kept, the later holds, and is told what the other said', async () => {
  await report({ state: 'OPEN' }, here, researcher);
  const mine = await report({ state: 'LIMITED' });
  expect(mine.other).toMatchObject({ state: 'OPEN', source: 'RESEARCHER' });
  expect(await statusOf(there)).toMatchObject({ state: 'LIMITED' });
  await Promise.all([report({ state: 'FULL' }, here, researcher), report({ state: 'OPEN' }, there)]);
  const { statusReports } = await ask(
    'query ($id: ID!) { statusReports(serviceId: $id, first: 2) { totalCount edges { node { state } } } }',
    { id: kitchen },
  );
  expect(statusReports.edges.map(({ node }: Answer) => node.state).sort()).toEqual(['FULL', 'OPEN']);
  expect((await statusOf(here)).state).toBe(statusReports.edges[0].node.state);
});

test('confirming renews freshness, never the end, and tells every board', async () => {
  await report({ state: 'LIMITED', goodUntil: minutes(60) });
  const board = take(await watch(there, { after: await head() }), 1);
  const answer = await confirm({});
  expect(answer).toMatchObject({ __typename: 'ServiceStatusConfirmed', services: [{ id: kitchen }], leftOut: [] });
  const status = await statusOf(here);
  expect(new Date(status.confirmedAt).getTime()).toBeGreaterThan(Date.now() - 10_000);
  expect(status.staleAt).toBe(status.goodUntil);
  const [{ serviceStatusChanged: change }] = await board;
  expect(change).toMatchObject({ previousState: 'LIMITED', status });
});

test('a word newer than the person saw, and a service nobody spoke of, are not confirmed', async () => {
  const seen = new Date().toISOString();
  await report({ state: 'OPEN' }, here, researcher);
  expect(await confirm({ observedAt: seen })).toMatchObject({ services: [], leftOut: [{ id: kitchen }] });
  expect(await confirm({ serviceIds: [library] }, researcher)).toMatchObject({ services: [], leftOut: [{ id: library }] });
});

test('past its end a word is stale, found only among what is to confirm, and cannot be confirmed', async () => {
  await report({ state: 'FULL', observedAt: minutes(0), goodUntil: new Date(Date.now() + 1_000).toISOString() });
  const found = async (filter: string) => (await ask(`{ services(filter: ${filter}) { totalCount } }`)).services.totalCount;
  expect(await found('{ states: [FULL] }')).toBe(1);
  await new Promise(done => setTimeout(done, 1_100));
  expect(await statusOf(here)).toMatchObject({ state: 'FULL', freshness: 'STALE' });
  expect(await found('{ states: [FULL] }')).toBe(0);
  expect(await found('{ toConfirm: true }')).toBe(1);
  expect(await found('{ states: [UNKNOWN], toConfirm: true }')).toBe(await found('{}'));
  expect(await confirm({})).toMatchObject({ __typename: 'GoodUntilPassed', code: 'GOOD_UNTIL_PASSED' });
});

test('a capacity keeps its unit until another is said', async () => {
  await report({ state: 'LIMITED', capacity: { available: 12, total: 40, unit: { fr: 'paniers' } } });
  await report({ state: 'LIMITED', capacity: { available: 3, total: 40 } });
  expect((await statusOf(here)).capacity).toMatchObject({ available: 3, total: 40, unit: { fr: 'paniers' } });
});

test.each([
  ['NotYourService', { serviceId: library }, 'Seul l’organisme'],
  ['ServiceNotFound', { serviceId: shelter }, 'introuvable'], // as if there were none
  ['ServiceNotFound', { serviceId: 'kitchen' }, 'introuvable'],
  ['ServiceNotFound', { locationId: library }, 'n’a pas ce lieu'],
  ['ServiceNotFound', { locationId: 'nowhere' }, 'n’a pas ce lieu'],
  ['ServiceNotFound', { replacementServiceId: shelter }, 'remplace'],
  ['InvalidTime', { goodUntil: minutes(-1) }, 'La fin doit'],
  ['InvalidTime', { effectiveFrom: minutes(60), goodUntil: minutes(30) }, 'La fin doit'],
  ['InvalidTime', { effectiveFrom: '2190-01-01T00:00:00Z' }, 'trop loin'],
  ['InvalidTime', { observedAt: '1970-01-01T00:00:00Z' }, 'trop ancienne'],
  ['InvalidCapacity', { capacity: { available: 9, total: 8, unit: { fr: 'lits' } } }, '(9)'],
  ['InvalidCapacity', { capacity: { available: -1 } }, 'négatif'],
  ['InvalidCapacity', { capacity: { available: 2_000_000_000 } }, 'trop grand'],
  ['TextTooLong', { note: { fr: 'a'.repeat(501) } }, '501 caractères'],
])('%s is refused in words, and nothing is said of it: %o', async (refusal, input, words) => {
  const before = await head();
  const answer = await report({ ...input, idempotencyKey: 'refused' });
  expect(answer).toMatchObject({ __typename: refusal, message: expect.stringContaining(words) });
  expect(await head()).toBe(before);
  expect(await report(input, here, partner, 'en')).not.toMatchObject({ message: answer.message });
});

test.each([
  ['a day that is none', { goodUntil: '2026-02-30T00:00:00Z' }],
  ['UNKNOWN', { state: 'UNKNOWN' }],
  ['a NUL', { note: { fr: 'a\u0000b' } }],
  ['a lone surrogate', { note: { fr: 'a\ud800b' } }],
])('%s is bad input, and nothing is said of it', async (_, input) => {
  const before = await head();
  expect(await report(input)).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await head()).toBe(before);
});

test('a note is kept as it was written, HTML too, and an empty one is none', async () => {
  await report({ note: { fr: '<b>Fermé</b> & « là »', en: '' } });
  expect((await statusOf(here)).note).toEqual({ fr: '<b>Fermé</b> & « là »', en: null });
  await report({ note: { fr: '', en: '' } });
  expect((await statusOf(here)).note).toBeNull();
});

test('who may report nowhere is forbidden; nobody is asked to sign in; who may everywhere need not own', async () => {
  expect(await report({}, here, ['COUNSELLOR', bonnePage])).toMatchObject({ code: 'FORBIDDEN' });
  expect(await report({}, here, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await report({ serviceId: shelter }, here, researcher)).toMatchObject({ __typename: 'ServiceStatusReported' });
});

test('a confidential service is on no public list and no public board', async () => {
  const count = async (who: Who) => (await ask('{ services { totalCount } }', {}, who)).services.totalCount;
  expect([await count([]), await count(partner)]).toEqual([2, 2]);
  expect([await count(['PARTNER_EDITOR', bonnePage]), await count(['COUNSELLOR', bonnePage])]).toEqual([3, 3]);
  expect((await ask('query ($id: ID!) { service(id: $id) { id } }', { id: shelter })).service).toBeNull();
  expect((await ask('query ($id: ID!) { statusReports(serviceId: $id) { totalCount } }', { id: shelter })).statusReports.totalCount).toBe(
    0,
  );

  const after = await head();
  const board = take(await watch(there, { after }), 1);
  await report({ serviceId: shelter }, here, researcher);
  await report({});
  expect((await board)[0].serviceStatusChanged.service.id).toBe(kitchen);
  const { changes } = await ask('query ($after: Position) { changes(after: $after) { edges { node { subject } } } }', { after });
  expect(changes.edges.map(({ node }: Answer) => node.subject)).toEqual([kitchen]);
});

test('a list is paged by its cursor, each service once', async () => {
  const page = (after?: string) => ask(paging, { after }).then(answer => answer.services);
  const first = await page();
  const second = await page(first.pageInfo.endCursor);
  expect([first, second].map(({ edges, pageInfo }) => [edges[0].node.name.fr, pageInfo.hasNextPage])).toEqual([
    ['Aide aux devoirs', true],
    ['Cuisine collective', false],
  ]);
  expect(await page('no cursor').catch(() => undefined)).toBeUndefined();
});

test('services are found by words, place, category and distance', async () => {
  const names = async (filter: object) =>
    (
      await ask('query ($filter: ServiceFilter) { services(filter: $filter) { edges { node { name { fr } match { distanceKm } } } } }', {
        filter,
      })
    ).services.edges.map(({ node }: Answer) => node.name.fr);
  expect(await names({ text: 'CUISINE' })).toEqual(['Cuisine collective']);
  expect(await names({ text: 'pain partage' })).toEqual(['Cuisine collective']); // its organization's name, without accent
  expect(await names({ text: '100 %' })).toEqual([]);
  expect(await names({ territory: 'vimont' })).toEqual(['Aide aux devoirs']);
  expect(await names({ categories: ['food'] })).toEqual(['Cuisine collective']);
  expect(await names({ organizations: [bonnePage] })).toEqual(['Aide aux devoirs']);
  expect(await names({ near: { latitude: 45.5351, longitude: -73.7493, withinKm: 1 } })).toEqual(['Cuisine collective']);
  expect(await names({ bbox: { west: -73.76, south: 45.53, east: -73.74, north: 45.54 } })).toEqual(['Cuisine collective']);
});

const status = `state since observedAt confirmedAt goodUntil freshness agingAt staleAt note { fr en } changes source contradicted mixed
  openNow accordingToOrganization heardFrom { channel role } replacement { id }
  capacity { available total unit { fr } asOf agesAt stale } planned { state takesOverAt note { fr } }`;
const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) {
  __typename ... on ServiceStatusReported { notices report { id position state source observedAt } other { state source } }
  ... on Refusal { code message field } } }`;
const confirming = `mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) {
  __typename ... on ServiceStatusConfirmed { services { id } leftOut { id } } ... on Refusal { code message field } } }`;
const live = `subscription ($after: Position, $filter: ServiceChangeFilter) { serviceStatusChanged(after: $after, filter: $filter) {
  position occurredAt previousState service { id name { fr } } location { id } status { ${status} } } }`;
const finding = `query ($id: ID!) { service(id: $id) { status { ${status} } } }`;
const byPlace = `query ($id: ID!) { service(id: $id) { statusByLocation { location { id } status { state } } } }`;
const paging = `query ($after: String) { services(first: 1, after: $after) { pageInfo { endCursor hasNextPage } edges { node { name { fr } } } } }`;
