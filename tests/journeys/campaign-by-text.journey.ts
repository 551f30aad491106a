import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { DevelopmentMailbox } from '#libs/platform';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const told: Answer[] = [];
let refuse = false;
const operator = createServer(async (request, response) => {
  told.push(await json(request));
  response.writeHead(refuse ? 422 : 202).end();
});

let hub: TestHub;
beforeAll(async () => {
  operator.listen(0, '127.0.0.1');
  await once(operator, 'listening');
  const { port } = operator.address() as AddressInfo;
  hub = await TestHub.start(undefined, { FANAL_TEXT_URL: `http://127.0.0.1:${port}/` });
  await someServices(hub.db);
  await hub.db.query(`update directory.organization set preferred_channel = 'TEXT', email = null where id = $1`, [pain]);
  await hub.db.query(
    `insert into directory.phone (id, organization_id, number) values ('f0000000-0000-4000-8000-000000000001', $1, '450 555-0117')`,
    [pain],
  );
});
afterAll(async () => {
  await hub?.close();
  operator.close();
});

const planning = `mutation ($input: PlanCampaignInput!) { planCampaign(input: $input) { __typename ... on CampaignPlanned { campaign { id } } } }`;
const sending = 'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { __typename } }';
const counted = 'query ($id: ID!) { campaign(id: $id) { counts { pending sent bounced } withoutAddress asked } }';

async function sent(): Promise<string> {
  const researcher = await hub.as('RESEARCHER', bonnePage);
  const dueAt = new Date(hub.get(Clock).now().getTime() + 86_400_000);
  const input = {
    ...{ name: { fr: 'Neige' }, subject: { fr: 'Vos services' }, message: { fr: 'Dites-nous.' }, filter: { organizations: [pain] } },
    dueAt,
  };
  const { id } = (await researcher.ask(planning, { input })).planCampaign.campaign;
  expect(await researcher.ask(sending, { input: { campaignId: id } })).toMatchObject({ sendCampaign: { __typename: 'CampaignStepDone' } });
  return id;
}
const counts = async (id: string) => (await (await hub.as('RESEARCHER', bonnePage)).ask(counted, { id })).campaign;

test('who likes text messages gets one, with a link that answers, and no mail', async () => {
  const id = await sent();
  await until(async () => (await counts(id)).counts.sent === 1);
  expect(await counts(id)).toEqual({ counts: { pending: 0, sent: 1, bounced: 0 }, withoutAddress: 0, asked: 1 });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ to: '+14505550117', text: expect.stringMatching(/^211.*\/r\/[\w-]{43}$/) });
  const [, token] = /\/r\/([\w-]{43})$/.exec(told[0].text)!;
  const page = await (await hub.as()).ask('query ($token: String!) { updateRequest(token: $token) { __typename } }', { token });
  expect(page).toEqual({ updateRequest: { __typename: 'UpdateRequest' } });
  expect(hub.get(DevelopmentMailbox).received).toEqual([]);
});

test('whoever wants to be written to no more is sent no text message either', async () => {
  await sent();
  await until(() => told.length === 2);
  const [, token] = /\/r\/([\w-]{43})$/.exec(told[1].text)!;
  const declining = 'mutation ($token: String!) { declineUpdateRequest(input: { token: $token }) { __typename } }';
  await (await hub.as()).ask(declining, { token });
  expect(await counts(await sent())).toMatchObject({ withoutAddress: 1, asked: 1, counts: { pending: 0 } });
  await hub.db.query('update outreach.preference set mail_declined_at = null');
});

test('a number that is refused for good is a bounce; who has a mailbox too is written to there', async () => {
  refuse = true;
  await hub.db.query(`update directory.organization set email = 'pain@test.invalid' where id = $1`, [pain]);
  const both = await sent();
  await until(async () => (await counts(both)).counts.sent === 1);
  expect((await counts(both)).counts).toEqual({ pending: 0, sent: 1, bounced: 1 });
  expect(hub.get(DevelopmentMailbox).received.map(({ to }) => to)).toEqual(['pain@test.invalid']);
  await hub.db.query('update directory.organization set email = null where id = $1', [pain]);
  const id = await sent();
  await until(async () => (await counts(id)).counts.bounced === 1);
  expect((await counts(id)).counts).toEqual({ pending: 0, sent: 0, bounced: 1 });
});
