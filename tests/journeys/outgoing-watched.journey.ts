import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { addressOf, newSubjects, put, states, writes } from '../support/letters.ts';
import { MailSink } from '../support/mail-sink.ts';
import { bonnePage, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
const list = `query ($filter: OutgoingFilter, $first: Int, $after: String) { outgoing(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id channel template recipient state tries error sentAt groupId } } } }`;
const choosing = (operation: string) =>
  `mutation ($input: OutgoingChoiceInput!) { ${operation}(input: $input) { __typename ... on OutgoingChosen { ids } ... on Refusal { code } } }`;
const tally = '{ outgoingState { pending due held sentToday dead unsure bounced lanes { channel closedSince error sentInLastMinute } } }';

let hub: TestHub;
let mails: MailSink;
let supervisor: TestClient;
const subjects = newSubjects(12);
const group = newId();
beforeAll(async () => {
  mails = await MailSink.listening();
  hub = await TestHub.start(undefined, { SMTP_URL: mails.url });
  await someServices(hub.db);
  writes(hub, LETTER);
  supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const bad = new Set(subjects.slice(0, 2).map(addressOf));
  mails.answerToRecipient = to => (bad.has(to) ? 550 : undefined);
  await put(hub, LETTER, subjects, { group });
  await until(async () => (await states(hub, LETTER)).SENT === 10 && (await states(hub, LETTER)).DEAD === 2);
});
afterAll(async () => {
  await hub?.close();
  await mails?.close();
});

const page = async (variables: object, client = supervisor): Promise<Answer> => (await client.ask(list, variables)).outgoing;

test('whoever may watches what left and what did not, by pages, and never an address', async () => {
  const first = await page({ first: 5 });
  expect(first).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
  const second = await page({ first: 20, after: first.pageInfo.endCursor });
  expect(second.edges).toHaveLength(7);
  expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(12);
  const dead = await page({ filter: { states: ['DEAD'], groupId: group } });
  expect(dead.edges.map(({ node }: Answer) => [node.state, node.error, node.tries])).toEqual(Array(2).fill(['DEAD', 'SMTP_550', 1]));
  expect((await page({ filter: { groupId: newId() } })).totalCount).toBe(0);
  expect((await page({ filter: { troubled: true } })).edges.map(({ node }: Answer) => node.state)).toEqual(['DEAD', 'DEAD']);
  expect((await page({ filter: { troubled: false } })).totalCount).toBe(10);
  expect(JSON.stringify(first)).not.toContain('@');
  const { outgoingState } = await supervisor.ask(tally);
  expect(outgoingState).toMatchObject({ pending: 0, due: 0, held: 0, sentToday: 10, dead: 2, unsure: 0, bounced: 0 });
  expect(outgoingState.lanes.find(({ channel }: Answer) => channel === 'MAIL')).toEqual({
    channel: 'MAIL',
    closedSince: null,
    error: null,
    sentInLastMinute: 10,
  });
});

test('a coordinator, a partner and nobody see nothing of it', async () => {
  for (const client of [await hub.as('MUNICIPAL_COORDINATOR', bonnePage), await hub.as('PARTNER_EDITOR', bonnePage)])
    expect(await client.ask(tally)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await hub.as()).ask(tally)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('what died is sent again once its address takes mail, and what a worker left unsure under the same Message-ID', async () => {
  const dead = (await page({ filter: { states: ['DEAD'] } })).edges.map(({ node }: Answer) => node.id);
  mails.answerToRecipient = () => undefined;
  const answer = await supervisor.ask(choosing('retryOutgoing'), { input: { ids: dead, idempotencyKey: 'again' } });
  expect([...answer.retryOutgoing.ids].sort()).toEqual([...dead].sort());
  await until(async () => (await states(hub, LETTER)).SENT === 12);
  expect(await supervisor.ask(choosing('retryOutgoing'), { input: { ids: dead, idempotencyKey: 'again' } })).toEqual(answer);
  expect(await supervisor.ask(choosing('retryOutgoing'), { input: { ids: dead } })).toMatchObject({ retryOutgoing: { ids: [] } }); // it has left

  const [unsure] = dead as [string];
  await hub.db.query(`update platform.outgoing set state = 'UNSURE', sent_at = null where id = $1`, [unsure]);
  expect((await supervisor.ask(tally)).outgoingState.unsure).toBe(1);
  await supervisor.ask(choosing('retryOutgoing'), { input: { ids: [unsure] } });
  await until(() => mails.taken.filter(({ messageId }) => messageId.includes(unsure)).length === 2);
});

test('what is given up is not sent, and asks for nobody any more', async () => {
  mails.answerToRecipient = () => 550;
  await put(hub, LETTER, newSubjects(1));
  await until(async () => (await states(hub, LETTER)).DEAD === 1);
  const [{ node }] = (await page({ filter: { states: ['DEAD'] } })).edges;
  expect(await supervisor.ask(choosing('giveUpOutgoing'), { input: { ids: [node.id] } })).toMatchObject({
    giveUpOutgoing: { ids: [node.id] },
  });
  expect((await supervisor.ask(tally)).outgoingState.dead).toBe(0);
  const acts = await hub.db.query(`select act from platform.audit_entry where subject = $1`, [node.id]);
  expect(acts).toEqual([{ act: 'outgoing:give-up' }]);
});
