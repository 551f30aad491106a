import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start(undefined, { FANAL_LIMITS: '{"contradictionsPerAddressPerHour":1,"loopbackFactor":40}' });
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

type Who = [role?: Role, organizationId?: string];
const partner: Who = ['PARTNER_EDITOR', pain];
const counsellor: Who = ['COUNSELLOR', bonnePage];
const researcher: Who = ['RESEARCHER', bonnePage];
const municipal: Who = ['MUNICIPAL_COORDINATOR', pain];
const one: Who = ['COMMITTEE_MEMBER', bonnePage];
const another: Who = ['FUND_OFFICER', bonnePage];

const ask = async (query: string, variables: object = {}, who: Who = [], hub = here): Promise<Answer> =>
  (await hub.as(...who)).ask(query, variables);
const contradict = async (who: Who, input: object = {}, hub = here): Promise<Answer> => {
  const answer = await ask(contradicting, { input: { serviceId: kitchen, says: 'CLOSED', ...input } }, who, hub);
  return answer.contradictServiceStatus ?? answer;
};
const settle = async (who: Who, contradictionId: string, input: object = {}): Promise<Answer> => {
  const answer = await ask(settling, { input: { contradictionId, outcome: 'KEPT', basis: 'CALLED_ORGANIZATION', ...input } }, who);
  return answer.settleContradiction ?? answer;
};
const report = (state = 'OPEN', more: object = {}) => ask(reporting, { input: { serviceId: kitchen, state, ...more } }, partner);
const statusOf = async (who: Who = []) => (await ask(finding, { id: kitchen }, who)).service.status;
const isMarked = async () => (await statusOf()).contradicted;
const listed = async (who: Who, states?: string[]) =>
  (await ask(listing, { states }, who)).contradictions.edges.map(({ node }: Answer) => node);
const head = async () => (await ask('{ position }')).position;
const kinds = async (after: string, who: Who) =>
  (await ask('query ($after: Position) { changes(after: $after) { edges { node { kind } } } }', { after }, who)).changes.edges.map(
    ({ node }: Answer) => node.kind,
  );

beforeEach(async () => void (await report())); // answers whatever was said before

test('one who is not known is heard by 211 alone, and what they wrote is read by nobody else', async () => {
  const before = await head();
  const { contradictionId } = await contradict([], { note: { fr: 'Jeanne a trouvé porte close' } });
  expect(await isMarked()).toBe(false);
  expect([await kinds(before, []), await kinds(before, partner), await kinds(before, counsellor)]).toEqual([
    [],
    [],
    ['service-status-contradicted'],
  ]);
  const [heard] = await listed(counsellor, ['OPEN']);
  expect(heard).toMatchObject({ id: contradictionId, by: 'ANONYMOUS', marked: false, says: 'CLOSED', service: { id: kitchen } });
  expect(heard.note.fr).toBe('Jeanne a trouvé porte close');
  for (const other of [partner, municipal]) expect(await listed(other, ['OPEN'])).toEqual([]);
  expect(await ask(listing)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await ask(listing, {}, one)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await here.db.query('select from status.contradiction_text')).toEqual([]); // not even the hub, which did not say whose it reads
  const log = JSON.stringify(await here.db.query('select * from platform.event'));
  expect([log.includes('Jeanne'), log.includes('127.0.0.1')]).toEqual([false, false]);
});

test('one of 211 marks the public status, on every board; the organization that speaks anew takes the mark away', async () => {
  const watch = async () => take((await there.as()).watch(live, { after: await head(), filter: { services: [kitchen] } }), 2);
  const board = watch();
  await new Promise(done => setTimeout(done, 200));
  await contradict(counsellor);
  expect(await isMarked()).toBe(true);
  await report('LIMITED');
  expect(await isMarked()).toBe(false);
  expect(
    (await board).map(({ serviceStatusChanged: { status, previousState } }) => [previousState, status.state, status.contradicted]),
  ).toEqual([
    ['OPEN', 'OPEN', true],
    ['OPEN', 'LIMITED', false],
  ]);
  expect((await listed(counsellor, ['ANSWERED']))[0]).toMatchObject({ by: 'CENTRE', marked: true });
});

test('two who do not depend on each other mark it, on two hubs at once; one who insists does not', async () => {
  await contradict(one);
  await contradict(one);
  await contradict([]); // from the same address
  expect(await isMarked()).toBe(false);
  await report();
  await Promise.all([contradict(one), contradict(another, {}, there)]);
  expect(await isMarked()).toBe(true);
  expect((await listed(partner, ['OPEN'])).map(({ by, marked }: Answer) => [by, marked])).toEqual([
    ['ACCOUNT', true],
    ['ACCOUNT', true],
  ]); // its own organization may read what marked it
});

test('what the organization saw before it was contradicted answers nothing, however late it comes; nor does a word on one place', async () => {
  const seenAt = new Date();
  await new Promise(later => setTimeout(later, 20));
  await contradict(counsellor);
  expect(await isMarked()).toBe(true);
  await report('LIMITED', { observedAt: seenAt });
  expect([await isMarked(), (await statusOf()).state, (await listed(counsellor, ['OPEN'])).length]).toEqual([true, 'LIMITED', 1]);
  await report('OPEN', { locationId: pontViau });
  expect([await isMarked(), (await listed(counsellor, ['OPEN'])).length]).toEqual([true, 1]);
  await report('OPEN');
  expect([await isMarked(), await listed(counsellor, ['OPEN'])]).toEqual([false, []]);
});

test('one voice before the organization spoke and one after are not two', async () => {
  await contradict(one);
  await report();
  await contradict(another);
  expect(await isMarked()).toBe(false);
});

test('what 211 keeps stands as it was said, without the mark; it is settled once', async () => {
  const { contradictionId } = await contradict(counsellor);
  const before = await head();
  const key = { idempotencyKey: 'settled', note: 'La directrice confirme' };
  expect(await settle(researcher, contradictionId, key)).toMatchObject({
    service: { id: kitchen, status: { state: 'OPEN', contradicted: false } },
  });
  expect(await settle(researcher, contradictionId, key)).toMatchObject({ __typename: 'ContradictionSettled' }); // the same click
  expect(await settle(researcher, contradictionId)).toMatchObject({ __typename: 'ContradictionNotFound', code: 'CONTRADICTION_NOT_FOUND' });
  expect(await kinds(before, [])).toEqual(['contradiction-settled']);
  expect((await listed(counsellor, ['SETTLED']))[0]).toMatchObject({
    outcome: 'KEPT',
    basis: 'CALLED_ORGANIZATION',
    settlementNote: 'La directrice confirme',
  });
  const audit = await here.db.query(`select act from platform.audit_entry where subject = $1`, [contradictionId]);
  expect(audit).toEqual([{ act: 'contradiction:settle' }]);
});

test.each<[string, Who, string]>([
  ['a researcher', researcher, 'RESEARCHER'],
  ['a counsellor', counsellor, 'COUNSELLOR'],
  ['a municipality, of its own', municipal, 'COORDINATOR'],
])('what %s puts in its place holds as their word', async (_, who, source) => {
  const { contradictionId } = await contradict(counsellor);
  const replaced = { outcome: 'REPLACED', basis: 'SITE_VISIT', report: { serviceId: kitchen, state: 'SUSPENDED' } };
  expect(await settle(who, contradictionId, replaced)).toMatchObject({ __typename: 'ContradictionSettled' });
  expect(await statusOf()).toMatchObject({ state: 'SUSPENDED', source, contradicted: false });
});

test('a municipality settles its own alone, others nothing, and nobody what they may not know of', async () => {
  const { contradictionId } = await contradict(counsellor, { serviceId: library });
  expect(await settle(municipal, contradictionId)).toMatchObject({ __typename: 'NotYours', code: 'NOT_YOURS' });
  expect(await settle(partner, contradictionId)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await settle([], contradictionId)).toMatchObject({ code: 'UNAUTHENTICATED' });
  const quiet = await contradict([]);
  expect(await settle(municipal, quiet.contradictionId)).toMatchObject({ __typename: 'ContradictionNotFound' });
  for (const unknown of ['nothing', kitchen])
    expect(await settle(researcher, unknown)).toMatchObject({ __typename: 'ContradictionNotFound' });
});

test.each([
  [{ outcome: 'REPLACED' }, 'report'],
  [{ report: { serviceId: kitchen, state: 'OPEN' } }, 'report'],
  [{ outcome: 'REPLACED', report: { serviceId: library, state: 'OPEN' } }, 'report.serviceId'],
  [{ outcome: 'REPLACED', report: { serviceId: kitchen, state: 'OPEN', capacity: { available: -1 } } }, 'report.capacity.available'],
  [{ outcome: 'REPLACED', report: { serviceId: kitchen, state: 'OPEN', observedAt: '2026-01-05T12:00:00Z' } }, 'report'], // joins the history
  [{ outcome: 'REPLACED', report: { serviceId: kitchen, state: 'OPEN', effectiveFrom: new Date(Date.now() + 86_400_000) } }, 'report'], // a plan
])('a settlement that cannot be is bad input, and settles nothing: %o', async (input, field) => {
  const { contradictionId } = await contradict(counsellor);
  const before = await head();
  expect(await settle(researcher, contradictionId, input)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining(`\`${field}\``),
  });
  expect([await head(), await isMarked()]).toEqual([before, true]);
});

test('a confidential service takes none, and says so to nobody; what nobody can say is bad input', async () => {
  for (const who of [[], one, counsellor] as Who[])
    expect(await contradict(who, { serviceId: shelter })).toEqual(await contradict(who, { serviceId: pain }));
  expect(await contradict([], { serviceId: shelter })).toMatchObject({ __typename: 'ServiceNotFound' });
  expect(await here.db.query('select from status.contradiction where service_id = $1', [shelter])).toEqual([]);
  expect(await contradict(one, { says: 'UNKNOWN' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await contradict(one, { note: { fr: 'a'.repeat(501) } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const twice = [await contradict(one, { idempotencyKey: 'k' }), await contradict(one, { idempotencyKey: 'k' })];
  expect(twice[0]).toEqual(twice[1]);
  expect(await contradict(one, { idempotencyKey: 'k', says: 'FULL' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('nobody known speaks too often', async () => {
  const codes = [];
  for (let n = 0; n < 41; n++) codes.push((await contradict([])).code);
  expect(codes).toContain('TOO_MANY_REQUESTS');
  expect((await contradict(one)).contradictionId).toBeDefined();
});

const contradicting = `mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) {
  __typename ... on ServiceStatusContradicted { contradictionId } ... on Refusal { code message field } } }`;
const settling = `mutation ($input: SettleContradictionInput!) { settleContradiction(input: $input) {
  __typename ... on ContradictionSettled { service { id status { state contradicted } } } ... on Refusal { code message field } } }`;
const listing = `query ($states: [ContradictionState!]) { contradictions(states: $states) { totalCount edges { node {
  id service { id } says note { fr } by state marked outcome basis settlementNote } } } }`;
const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const finding = 'query ($id: ID!) { service(id: $id) { status { state source contradicted } } }';
const live = `subscription ($after: Position, $filter: ServiceChangeFilter) { serviceStatusChanged(after: $after, filter: $filter) {
  previousState status { state contradicted } } }`;
