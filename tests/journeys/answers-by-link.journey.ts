import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Links, UnitOfWork } from '#libs/platform';
import { bonnePage, chomedey, kitchen, pain, someServices } from '../support/region.ts';
import { answering, linkTo, request, stands } from '../support/requests.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let anybody: TestClient;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_LIMITS: JSON.stringify({ badLinksPerAddressPerHour: 20, loopbackFactor: 1 }) });
  await someServices(hub.db);
  await hub.db.query(
    `insert into directory.phone (id, organization_id, number, position) values (gen_random_uuid(), $1, '450 555-0100', 0)`,
    [pain],
  );
  await hub.db.query(`update directory.location set address_1 = '12, rue du Pré', postal_code = 'H7N 1A1' where id = $1`, [chomedey]);
  anybody = await hub.as();
});
afterAll(() => hub?.close());

const answer = async (token: string, more: object = {}): Promise<Answer> =>
  (await anybody.ask(answering, { input: { token, answers: [{ serviceId: kitchen, state: 'OPEN' }], ...more } })).answer;
const changes = `query ($states: [ProposalState!]) { proposedChanges(states: $states) { totalCount edges { node {
  id kind present proposed saidBy state service { id } location { id } } } } }`;
const settling = `mutation ($input: SettleProposedChangeInput!) { answer: settleProposedChange(input: $input) {
  ... on ProposedChangeSettled { proposedChange { state } } ... on Refusal { code } } }`;

test('a link that has expired, was revoked, was never made or differs in one character: the same answer, and nothing changes', async () => {
  const good = await request(hub);
  const expired = await linkTo(hub, good.requestId, 1);
  const revoked = await request(hub);
  await hub.get(UnitOfWork).run(tx => hub.get(Links).revoke(tx, 'update-request', revoked.requestId));
  const ended = await request(hub);
  await hub.db.query('update outreach.request set revoked_at = now() where id = $1', [ended.requestId]);
  const another = good.token.replace(/.$/, last => (last === 'A' ? 'B' : 'A'));
  const refused = [];
  for (const token of [expired, revoked.token, ended.token, another, 'x', '', '🙂', 'A'.repeat(5_000)]) refused.push(await answer(token));
  expect(refused).toEqual(refused.map(() => ({ __typename: 'LinkNotValid', code: 'LINK_NOT_VALID', field: 'token' })));
  expect(await stands(hub, good)).toEqual({ state: 'SENT', by: { [pain]: null } });
  expect((await answer(good.token)).__typename).toBe('UpdateRequestAnswered');
});

test('what an organization says of its record is proposed, once; accepted, a telephone and an address are written there', async () => {
  const asked = await request(hub, { facts: ['PHONE', 'ADDRESS', 'HOURS'] });
  const facts = [
    { kind: 'PHONE', serviceId: kitchen, proposed: '450 555-0199 poste 4' },
    { kind: 'ADDRESS', serviceId: kitchen, locationId: chomedey, proposed: '14, rue du Pré, Laval H7N 2B2' },
    { kind: 'HOURS', serviceId: kitchen, proposed: 'Fermé le lundi' },
  ];
  await answer(asked.token, { facts });
  await answer(asked.token, { facts, answers: [] });
  const researcher = await hub.as('RESEARCHER', bonnePage);
  const { proposedChanges } = await researcher.ask(changes);
  expect(proposedChanges.totalCount).toBe(3);
  const by = Object.fromEntries(proposedChanges.edges.map(({ node }: Answer) => [node.kind, node]));
  expect(by.PHONE).toMatchObject({ present: '450 555-0100', proposed: '450 555-0199 poste 4', saidBy: 'LINK', state: 'PROPOSED' });
  expect(by.ADDRESS).toMatchObject({ present: '12, rue du Pré, Laval, H7N 1A1', location: { id: chomedey } });
  for (const { id, kind } of [by.PHONE, by.ADDRESS, by.HOURS]) {
    const input = { proposedChangeId: id, accept: kind !== 'HOURS' };
    expect(await researcher.ask(settling, { input })).toEqual({
      answer: { proposedChange: { state: kind === 'HOURS' ? 'REJECTED' : 'ACCEPTED' } },
    });
    expect(await researcher.ask(settling, { input })).toEqual({ answer: { code: 'PROPOSED_CHANGE_NOT_FOUND' } });
  }
  const reading = 'query ($id: ID!) { service(id: $id) { phones { number extension } locations { id address } } }';
  const { service } = await anybody.ask(reading, { id: kitchen });
  expect(service.phones).toEqual([{ number: '450 555-0199', extension: '4' }]);
  expect(service.locations).toContainEqual({ id: chomedey, address: '14, rue du Pré, Laval, H7N 2B2' });
  expect((await anybody.ask(changes)).code).toBe('UNAUTHENTICATED');
});

test('of a record that is not its own nothing is proposed', async () => {
  const asked = await request(hub, { organization: bonnePage });
  await answer(asked.token, { facts: [{ kind: 'PHONE', serviceId: kitchen, proposed: '911' }], answers: [] });
  const researcher = await hub.as('RESEARCHER', bonnePage);
  expect((await researcher.ask(changes)).proposedChanges.totalCount).toBe(0);
});

test('who shows too many that are none is told to wait; a good link does not count', async () => {
  const { token } = await request(hub);
  for (let n = 0; n < 25; n++) expect((await answer(token)).__typename).toBe('UpdateRequestAnswered');
  const told = new Set();
  for (let n = 0; n < 25; n++) {
    const said = await anybody.ask(answering, { input: { token: `guess-${n}`, answers: [] } });
    told.add(said.code ?? said.answer.code);
  }
  expect(told).toEqual(new Set(['LINK_NOT_VALID', 'TOO_MANY_REQUESTS']));
});
