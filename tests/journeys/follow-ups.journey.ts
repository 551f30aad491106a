import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { ForgetPersons } from '#libs/needs';
import { comeIn, coordinator, counsellor, supervisor, turn, type Who } from '../support/lines.ts';
import { inDays, personsOn } from '../support/persons.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestClient, TestHub } from '../support/test-hub.ts';

const others: Who = ['COUNSELLOR', pain];

let hub: TestHub;
const { ask, promise, followUp, personToCall, readings } = personsOn({
  get hub() {
    return hub;
  },
});
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await comeIn(hub, [supervisor, counsellor, coordinator, others, ['PARTNER_EDITOR', pain]]);
});
afterAll(() => hub?.close());

const list = async (who: Who = counsellor, done = false): Promise<Answer[]> =>
  (
    await ask(
      'query ($done: Boolean!) { followUps(done: $done) { totalCount edges { node { id dueAt nextAt outcome flagged forgottenAt } } } }',
      { done },
      who,
    )
  ).followUps.edges.map(({ node }: Answer) => node);
const ids = (rows: Answer[]) => rows.map(({ id }) => id);

test('a call-back is promised; what is due first stands first, and the list names nobody', async () => {
  const later = (await promise({ dueAt: inDays(5) })).followUp;
  const sooner = (await promise({ dueAt: inDays(1) })).followUp;
  expect(sooner).toMatchObject({ group: 'SENIOR', category: 'food', kind: 'GROCERY_DELIVERY', territory: { code: 'pont-viau' }, claim: null, tries: [], doneAt: null }); // prettier-ignore
  const rows = await list();
  expect(ids(rows).indexOf(sooner.id)).toBeLessThan(ids(rows).indexOf(later.id));
  expect(JSON.stringify(rows)).not.toMatch(/Zéphirine|0161/);
});

test('pages follow each other without a gap', async () => {
  const page = (after: string | null) =>
    ask('query ($after: String) { followUps(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }', {
      after,
    });
  const first = (await page(null)).followUps;
  const second = (await page(first.pageInfo.endCursor)).followUps;
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect([first.edges[0].node.id, second.edges[0].node.id]).toEqual(ids(await list()).slice(0, 2));
  expect(await ask('{ followUps(after: "x") { totalCount } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('who is to be called is read by the organization that promised, and each reading is written down', async () => {
  const { id } = (await promise()).followUp;
  const whole = {
    state: 'READABLE',
    knownAs: 'Madame Zéphirine',
    phone: '450 555-0161',
    language: 'fr',
    safeContact: 'Ne pas laisser de message',
  };
  expect(await personToCall(id)).toEqual({ followUpPerson: whole });
  expect(await personToCall(id, supervisor)).toEqual({ followUpPerson: whole });
  expect(await readings('person:follow-up', id)).toMatchObject([{ actor: expect.stringMatching(/^account:/) }, {}]);
  expect(await personToCall(id, others)).toEqual({ followUpPerson: null });
  for (const who of [coordinator, ['PARTNER_EDITOR', pain]] as Who[])
    expect(await personToCall(id, who)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await personToCall(id, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await readings('person:follow-up', id)).toHaveLength(2);
  expect(ids(await list(others))).toEqual([]);
  expect(await hub.db.query('select * from needs.follow_up_person')).toEqual([]);
});

test('a counsellor inside a police organization neither promises nor reads', async () => {
  const { id } = (await promise()).followUp;
  await hub.db.query(`update directory.organization set kind = 'POLICE' where id = $1`, [pain]);
  const { accountId } = await hub.get(CreateAccount).run({ email: 'agent@test.invalid', displayName: 'Agent', language: 'fr' });
  await hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'COUNSELLOR', territories: [] });
  const { token } = await hub.get(CreateToken).run({ email: 'agent@test.invalid', name: 'test', ttlMs: 60_000 });
  const agent = new TestClient(hub.url, token);
  expect(await agent.ask('query ($id: ID!) { followUpPerson(followUpId: $id) { phone } }', { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await agent.ask('{ followUps { totalCount } }')).toMatchObject({ code: 'FORBIDDEN' });
  await hub.db.query(`update directory.organization set kind = 'COMMUNITY' where id = $1`, [pain]);
});

test('two do not call the same; one has one telephone', async () => {
  const [one, two] = [(await promise()).followUp.id, (await promise()).followUp.id];
  expect((await followUp('claimFollowUp', { followUpId: one })).followUp.claim).toMatchObject({ mine: true });
  for (const name of ['claimFollowUp', 'releaseFollowUp', 'recordFollowUpTry', 'completeFollowUp'])
    expect(await followUp(name, { followUpId: one, ...(name === 'recordFollowUpTry' && { outcome: 'NO_ANSWER' }), ...(name === 'completeFollowUp' && { outcome: 'HELP_RECEIVED' }) }, supervisor)).toMatchObject({ __typename: 'NotToCall', code: 'FOLLOW_UP_TAKEN', message: expect.stringContaining('appel') }); // prettier-ignore
  await followUp('claimFollowUp', { followUpId: two });
  expect((await followUp('claimFollowUp', { followUpId: one }, supervisor)).followUp.claim).toMatchObject({ mine: true });
  expect((await followUp('releaseFollowUp', { followUpId: one }, supervisor)).followUp.claim).toBeNull();
  expect(await followUp('claimFollowUp', { followUpId: one }, others)).toMatchObject({
    __typename: 'PersonNotFound',
    code: 'FOLLOW_UP_NOT_FOUND',
  });
});

test('a try in vain is next again two hours later; then what came of it, and the figures', async () => {
  const { position: after } = await ask('{ position }');
  const watch = async (who: Who) =>
    (await hub.as(...who)).watch('subscription ($after: Position) { followUpChanged(after: $after) { followUpId } }', { after });
  const watched = take(await watch(counsellor), 3);
  const elsewhere = take(await watch(others), 1, 1_500);
  const { id } = (await promise()).followUp;
  expect(await followUp('completeFollowUp', { followUpId: id, outcome: 'UNREACHABLE' })).toMatchObject({ code: 'FOLLOW_UP_NOT_TRIED' });
  const tried = (await followUp('recordFollowUpTry', { followUpId: id, outcome: 'VOICEMAIL' })).followUp;
  expect(tried).toMatchObject({ claim: null, tries: [{ outcome: 'VOICEMAIL', byName: 'COUNSELLOR' }], doneAt: null });
  const done = (await followUp('completeFollowUp', { followUpId: id, outcome: 'HELP_RECEIVED' })).followUp;
  expect(done).toMatchObject({ outcome: 'HELP_RECEIVED', tries: [{}, { outcome: 'REACHED' }], flagged: false });
  expect(Math.round((Date.parse(done.forgottenAt) - Date.parse(done.doneAt)) / 86_400_000)).toBe(30);
  expect(ids(await list())).not.toContain(id);
  expect(ids(await list(counsellor, true))[0]).toBe(id);
  expect(await followUp('claimFollowUp', { followUpId: id })).toMatchObject({ code: 'FOLLOW_UP_DONE' });
  expect(await watched).toEqual([1, 2, 3].map(() => ({ followUpChanged: { followUpId: id } })));
  expect(await elsewhere).toEqual([]);
  const { followUpFigures } = await ask('query ($since: DateTime!) { followUpFigures(since: $since) { helpReceived notReceived toDo late } }', { since: inDays(-1) }); // prettier-ignore
  expect(followUpFigures).toMatchObject({ helpReceived: 1, notReceived: 0, late: 0 });
});

test('a follow-up that is late is tried again two hours after the try, not before', async () => {
  const { id } = (await promise({ dueAt: inDays(0.001) })).followUp;
  const now = hub.get(Clock).now;
  turn(hub, inDays(0.01));
  const { nextAt } = (await followUp('recordFollowUpTry', { followUpId: id, outcome: 'NO_ANSWER' })).followUp;
  expect(Date.parse(nextAt)).toBeCloseTo(Date.parse(inDays(0.01)) + 2 * 3_600_000, -5);
  hub.get(Clock).now = now;
});

test('where no help came its need is flagged, without a name', async () => {
  const gaps = async () => (await hub.db.query('select coalesce(sum(count), 0)::int as n from needs.gap where kind = $1', ['TAXI']))[0].n;
  const before = await gaps();
  const { id } = (await promise({ kind: 'TAXI' })).followUp;
  expect(await followUp('completeFollowUp', { followUpId: id, outcome: 'HELP_RECEIVED', unmetReason: 'FULL' })).toMatchObject({
    __typename: 'UnknownCode',
    field: 'unmetReason',
  });
  expect((await followUp('completeFollowUp', { followUpId: id, outcome: 'NOT_RECEIVED', unmetReason: 'FULL' })).followUp).toMatchObject({
    outcome: 'NOT_RECEIVED',
    flagged: true,
  });
  expect(await gaps()).toBe(before + 1);
  const quiet = (await promise({ kind: 'TAXI' })).followUp;
  expect((await followUp('completeFollowUp', { followUpId: quiet.id, outcome: 'NOT_RECEIVED' })).followUp.flagged).toBe(false);
  expect(await gaps()).toBe(before + 1);
});

test('at their word a person is forgotten now; thirty days after the end everybody is, and the figures stay', async () => {
  const [asked, done, open] = [
    (await promise()).followUp.id,
    (await promise()).followUp.id,
    (await promise({ dueAt: inDays(80) })).followUp.id,
  ];
  expect((await followUp('forgetFollowUp', { followUpId: asked })).followUp).toMatchObject({
    outcome: 'NO_LONGER_NEEDED',
    forgottenAt: expect.any(String),
  });
  expect((await personToCall(asked)).followUpPerson).toEqual({
    state: 'DESTROYED',
    knownAs: null,
    phone: null,
    language: null,
    safeContact: null,
  });
  await followUp('completeFollowUp', { followUpId: done, outcome: 'HELP_RECEIVED' });
  const now = hub.get(Clock).now;
  turn(hub, inDays(29));
  await hub.get(ForgetPersons).forget();
  hub.get(Clock).now = now;
  expect((await personToCall(done)).followUpPerson.state).toBe('READABLE');
  turn(hub, inDays(31));
  expect(await hub.get(ForgetPersons).forget()).toBeGreaterThan(0);
  expect(await hub.get(ForgetPersons).forget()).toBe(0);
  hub.get(Clock).now = now;
  expect((await personToCall(done)).followUpPerson.state).toBe('DESTROYED');
  expect((await personToCall(open)).followUpPerson.state).toBe('READABLE');
  const { followUpFigures } = await ask('query ($since: DateTime!) { followUpFigures(since: $since) { helpReceived } }', {
    since: inDays(-1),
  });
  expect(followUpFigures.helpReceived).toBeGreaterThan(0);
});

test.each([
  ['phone', 'InvalidPerson', { phone: '555-0161' }],
  ['knownAs', 'InvalidPerson', { knownAs: ' ' }],
  ['safeContact', 'InvalidPerson', { safeContact: 'a'.repeat(501) }],
  ['dueAt', 'InvalidPerson', { dueAt: inDays(-1) }],
  ['dueAt', 'InvalidPerson', { dueAt: inDays(91) }],
  ['language', 'UnknownCode', { language: '? ?' }],
  ['category', 'UnknownCode', { category: 'nothing' }],
  ['kind', 'UnknownCode', { kind: 'NOTHING' }],
  ['territory', 'UnknownCode', { territory: 'atlantis' }],
  ['contactId', 'UnknownCode', { contactId: bonnePage }],
])('without a right %s nothing is kept (%s)', async (field, type, more) => {
  const keys = async () => (await hub.db.query('select count(*)::int as n from platform.data_key'))[0].n;
  const before = await keys();
  expect(await promise(more)).toMatchObject({ __typename: type, field, message: expect.any(String) });
  expect(await keys()).toBe(before);
});

test('the same promise sent twice is one', async () => {
  const [one, again] = [await promise({ idempotencyKey: 'twice' }), await promise({ idempotencyKey: 'twice' })];
  expect(again.followUp.id).toBe(one.followUp.id);
});
