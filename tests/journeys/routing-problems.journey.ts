import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { Clock } from '#libs/kernel';
import pg from 'pg';
import { ForgetCallers } from '#libs/lines';
import { act, comeIn, counsellor, coordinator, supervisor, turn, type Who } from '../support/lines.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestClient, TestHub } from '../support/test-hub.ts';

const others: Who = ['CENTRE_SUPERVISOR', pain];
const administrator: Who = ['ADMINISTRATOR', bonnePage];

let hub: TestHub;
const said: string[] = [];
beforeAll(async () => {
  hub = await TestHub.start(undefined, { LOG_LEVEL: 'trace' }, line => said.push(line));
  await someServices(hub.db);
  await comeIn(hub, [supervisor, counsellor, coordinator, others, administrator, ['PARTNER_EDITOR', pain]]);
  const hours = [{ byday: ['MO'], opensAt: '08:00', closesAt: '18:00' }];
  await act(
    hub,
    'setLine',
    { code: 'PHONE_211', name: { fr: '211 par téléphone', en: '211 by telephone' }, number: '211', hours, ownerOrganizationId: bonnePage },
    '',
  );
});
afterAll(() => hub?.close());

const NUMBER = '(450) 555-0142';
const PLACE = 'derrière le marché Zénobie';
const call = {
  ...{ number: NUMBER, company: 'Télécom du Nord', device: 'CELL', territory: 'vimont', place: PLACE },
  whatHappened: 'Le 211 sonne occupé, puis rien.',
};
const report = (input: object = {}, who: Who = []): Promise<Answer> =>
  act(hub, 'reportRoutingProblem', { ...call, ...input }, '... on RoutingProblemReported { problemId }', who);
const follow = (problemId: string, state: string, note?: string, who: Who = counsellor): Promise<Answer> =>
  act(
    hub,
    'followRoutingProblem',
    { problemId, state, note },
    '... on RoutingProblemFollowed { problem { id state closedAt forgottenAt whatHappened steps { state byName note } } }',
    who,
  );
const ask = async (query: string, variables: object = {}, who: Who = counsellor): Promise<Answer> =>
  (await hub.as(...who)).ask(query, variables);
const caller = (problemId: string, who: Who = supervisor) =>
  ask('query ($problemId: ID!) { routingCaller(problemId: $problemId) { state number place } }', { problemId }, who);
const letter = async (problemId: string, who: Who) =>
  (
    await ask(
      'query ($problemId: ID!) { routingLetter(problemId: $problemId) { company subject { fr en } body { fr en } withNumber } }',
      { problemId },
      who,
    )
  ).routingLetter;
const readings = async (problemId: string) =>
  (await hub.db.query(`select actor, facts ->> 'why' as why from platform.audit_entry where act = 'person:read-routing' and subject = $1 order by at, id`, [problemId])); // prettier-ignore

test('anybody reports that a call did not arrive; it is followed, step by step, by who answers the line', async () => {
  const { position: after } = await ask('{ position }');
  const watched = take(
    (await hub.as(...counsellor)).watch('subscription ($after: Position) { routingProblemChanged(after: $after) { problem { id } } }', {
      after,
    }),
    2,
  );
  const { problemId } = await report();
  const list = (
    await ask(`{ routingProblems { totalCount edges { node { id lineCode state company device territory { code } whatHappened forgottenAt
    steps { state byName } } } } }`)
  ).routingProblems;
  expect(list).toMatchObject({ totalCount: 1, edges: [{ node: { id: problemId, lineCode: 'PHONE_211', state: 'REPORTED', company: 'Télécom du Nord', device: 'CELL', territory: { code: 'vimont' }, forgottenAt: null, steps: [{ state: 'REPORTED', byName: null }] } }] }); // prettier-ignore
  expect(JSON.stringify(list)).not.toContain('555');
  const sent = await follow(problemId, 'SENT_TO_COMPANY', 'Écrit à la compagnie');
  expect(sent.problem).toMatchObject({
    state: 'SENT_TO_COMPANY',
    closedAt: null,
    steps: [{}, { byName: 'COUNSELLOR', note: 'Écrit à la compagnie' }],
  });
  expect(await follow(problemId, 'SENT_TO_COMPANY')).toMatchObject({ code: 'ROUTING_STATE_IS_THAT_ALREADY', field: 'state' });
  expect(await follow(problemId, 'REPORTED')).toMatchObject({ code: 'ROUTING_STATE_IS_THAT_ALREADY' });
  expect((await follow(problemId, 'FIXED', undefined, administrator)).problem).toMatchObject({
    state: 'FIXED',
    closedAt: expect.any(String),
  });
  expect(await follow(problemId, 'CANNOT_REPRODUCE')).toMatchObject({ __typename: 'InvalidRoutingProblem', code: 'ROUTING_IS_CLOSED' });
  expect(await follow(bonnePage, 'FIXED')).toMatchObject({ __typename: 'RoutingProblemNotFound' });
  expect(await watched).toMatchObject([1, 2].map(() => ({ routingProblemChanged: { problem: { id: problemId } } })));
  const states = async (of: string[]) =>
    (await ask('query ($of: [RoutingState!]) { routingProblems(states: $of) { totalCount } }', { of })).routingProblems.totalCount;
  expect([await states(['FIXED']), await states(['REPORTED'])]).toEqual([1, 0]);
});

test('the number is read by the supervisors of the line’s organization, and each reading is written down', async () => {
  const { problemId } = await report();
  expect(await caller(problemId)).toEqual({ routingCaller: { state: 'READABLE', number: '450 555-0142', place: PLACE } });
  expect(await readings(problemId)).toMatchObject([{ actor: expect.stringMatching(/^account:/), why: 'caller' }]);
  for (const who of [others, counsellor, coordinator, administrator, ['PARTNER_EDITOR', pain]] as Who[])
    expect(await caller(problemId, who)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await caller(problemId, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await readings(problemId)).toHaveLength(1);
  expect(await caller(bonnePage)).toEqual({ routingCaller: null });
});

test('a supervisor inside a police organization never reads it, nor does the hub itself when nobody asks', async () => {
  await hub.db.query(`update directory.organization set kind = 'POLICE' where id = $1`, [bonnePage]);
  const { accountId } = await hub.get(CreateAccount).run({ email: 'agent@test.invalid', displayName: 'Agent', language: 'fr' });
  await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'CENTRE_SUPERVISOR', territories: [] });
  const { token } = await hub.get(CreateToken).run({ email: 'agent@test.invalid', name: 'test', ttlMs: 60_000 });
  const { problemId } = await report();
  const agent = new TestClient(hub.url, token);
  expect(await agent.ask('query ($problemId: ID!) { routingCaller(problemId: $problemId) { number } }', { problemId })).toMatchObject({
    code: 'FORBIDDEN',
  });
  await hub.db.query(`update directory.organization set kind = 'REFERENCE_CENTRE' where id = $1`, [bonnePage]);
  expect(await hub.db.query('select * from lines.routing_caller')).toEqual([]);
});

test('a letter to the company is ready to send, in both languages, with the number for who may read it', async () => {
  const { problemId } = await report();
  const [full, without] = [await letter(problemId, supervisor), await letter(problemId, counsellor)];
  expect(full).toMatchObject({ company: 'Télécom du Nord', withNumber: true });
  for (const part of ['450 555-0142', 'Télécom du Nord', 'cellulaire', 'Vimont', PLACE, 'sonne occupé', '211'])
    expect(full.body.fr).toContain(part);
  for (const part of ['450 555-0142', 'cell phone', 'Vimont', 'did not reach']) expect(full.body.en).toContain(part);
  expect(full.subject.fr).toContain(problemId.slice(-8).toUpperCase());
  expect(without).toMatchObject({ withNumber: false });
  expect(JSON.stringify(without)).not.toMatch(/0142|Zénobie/);
  expect(without.body.fr).toContain('à demander au 211');
  expect((await readings(problemId)).map(({ why }: Answer) => why)).toEqual(['letter']);
  expect(await letter(bonnePage, counsellor)).toBe(null);
});

test('who called stands nowhere in clear: no table, no event, no log', async () => {
  await report({ idempotencyKey: 'once' });
  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select row_to_json(found)::text as row from ${name} found`);
    if (rows.some(({ row }) => /555.?0142|Zénobie/.test(row) || row.includes(Buffer.from('+14505550142').toString('hex'))))
      found.push(name);
  }
  await owner.end();
  expect(found).toEqual([]);
  expect(said.filter(line => /5550142|555-0142|Zénobie/.test(line))).toEqual([]);
});

test('ninety days after its end the caller is forgotten for good; the problem, without them, stays', async () => {
  const [{ problemId: closed }, { problemId: open }] = [await report(), await report()];
  await follow(closed, 'FIXED', 'Corrigé par la compagnie');
  const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
  const now = hub.get(Clock).now;
  turn(hub, days(89));
  await hub.get(ForgetCallers).forget();
  hub.get(Clock).now = now;
  expect((await caller(closed)).routingCaller.state).toBe('READABLE');
  turn(hub, days(91));
  expect(await hub.get(ForgetCallers).forget()).toBeGreaterThan(0);
  expect(await hub.get(ForgetCallers).forget()).toBe(0);
  hub.get(Clock).now = now;
  expect((await caller(closed)).routingCaller).toEqual({ state: 'DESTROYED', number: null, place: null });
  expect((await caller(open)).routingCaller.state).toBe('READABLE');
  const { routingProblem } = await ask('query ($id: ID!) { routingProblem(id: $id) { state whatHappened company steps { note } } }', {
    id: closed,
  });
  expect(routingProblem).toMatchObject({
    state: 'FIXED',
    whatHappened: null,
    company: 'Télécom du Nord',
    steps: [{}, { note: 'Corrigé par la compagnie' }],
  });
  expect(await letter(closed, supervisor)).toMatchObject({ withNumber: false, body: { fr: expect.stringContaining('[récit effacé]') } });
});

test.each([
  ['number', 'ROUTING_NUMBER_NOT_VALID', { number: '555-0142' }],
  ['company', 'ROUTING_TEXT_MISSING', { company: ' ' }],
  ['whatHappened', 'ROUTING_TEXT_TOO_LONG', { whatHappened: 'a'.repeat(2_001) }],
  ['territory', 'ROUTING_PLACE_MISSING', { territory: null, place: '' }],
  ['territory', 'ROUTING_TERRITORY_NOT_FOUND', { territory: 'atlantis' }],
  ['happenedAt', 'ROUTING_IN_THE_FUTURE', { happenedAt: new Date(Date.now() + 600_000) }],
  ['lineCode', 'LINE_NOT_FOUND', { lineCode: 'NOWHERE' }],
])('without a right %s nothing is kept (%s)', async (field, code, input) => {
  const keys = async () => (await hub.db.query('select count(*)::int as n from platform.data_key'))[0].n;
  const before = await keys();
  expect(await report(input)).toMatchObject({ code, field, message: expect.any(String) });
  expect(await keys()).toBe(before);
});

test('the same report sent twice is one; too many from one address wait', async () => {
  const [one, again] = [await report({ idempotencyKey: 'twice' }), await report({ idempotencyKey: 'twice' })];
  expect(again.problemId).toBe(one.problemId);
  const narrow = await TestHub.start(hub, { FANAL_LIMITS: '{"routingReportsPerAddressPerHour":2,"loopbackFactor":1}' });
  const from = async (who: Who) => act(narrow, 'reportRoutingProblem', call, '... on RoutingProblemReported { problemId }', who);
  expect([await from([]), await from([])]).toMatchObject([{ problemId: expect.any(String) }, { problemId: expect.any(String) }]);
  expect(await from([])).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(await from(counsellor)).toMatchObject({ problemId: expect.any(String) }); // 211 is not counted
  await narrow.close();
});

test('who neither answers nor administers follows none of it', async () => {
  for (const who of [[], coordinator, ['PARTNER_EDITOR', pain]] as Who[]) {
    const code = who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    for (const query of [
      '{ routingProblems { totalCount } }',
      `{ routingProblem(id: "${pain}") { id } }`,
      `{ routingLetter(problemId: "${pain}") { company } }`,
    ])
      expect(await ask(query, {}, who)).toMatchObject({ code });
    expect(await follow(pain, 'FIXED', undefined, who)).toMatchObject({ code });
  }
});
