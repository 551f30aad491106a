import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Running } from '#libs/outreach';
import { MailSink, type Taken } from '../support/mail-sink.ts';
import { act, campaign, organizationsToAsk, plan, soon } from '../support/outreach.ts';
import { bonnePage, pain } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let sink: MailSink;
beforeAll(async () => {
  sink = await MailSink.listening();
  const env = { SMTP_URL: sink.url, FANAL_PUBLIC_URL: 'https://fanal.example', FANAL_MAIL_CONNECTIONS: '2' };
  hub = await TestHub.start(undefined, env);
  await organizationsToAsk(hub.db);
});
afterEach(async () => {
  for (const { id } of await hub.db.query('select id from outreach.campaign where ended_at is null')) await step('cancelCampaign', id);
  await hub.db.query('update outreach.preference set mail_declined_at = null');
  sink.answerAfterMs = 0;
  sink.taken.splice(0);
});
afterAll(async () => {
  await hub?.close();
  await sink?.close();
});

const step = (name: string, campaignId: string, input: object = {}) => act(hub, name, { campaignId, ...input });
const send = (campaignId: string) => act(hub, 'sendCampaign', { campaignId }, 'SendCampaign');
const counts = async (id: string) => (await campaign(hub, id)).counts;
const toPain = { filter: { organizations: [pain] } };
const bodyOf = ({ raw }: Taken): string => raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');
const tokenIn = (mail: Taken): string => /\/r\/([\w-]{43})/.exec(bodyOf(mail))![1]!;
const rows = async (): Promise<string> =>
  JSON.stringify([
    await hub.db.query('select id, state, opened_at, answered_at, ended_at from outreach.request order by id'),
    await hub.db.query('select * from outreach.preference order by organization_id'),
    await hub.db.query('select max(position) from platform.event'),
  ]);
async function sentTo(input: object = toPain): Promise<string> {
  const { id } = (await plan(hub, input)).campaign;
  await send(id);
  await until(async () => (await counts(id)).pending === 0);
  return id;
}

test('a mail program that opens every address of a letter, header and all, changes nothing, with HEAD neither', async () => {
  const id = await sentTo();
  const before = await rows();
  const addresses = new Set(bodyOf(sink.taken[0]!).match(/https:\/\/fanal\.example\/[^\s"<>]+/g));
  expect([...addresses].some(address => address.endsWith('/unsubscribe'))).toBe(true);
  for (const address of addresses)
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(address.replace('https://fanal.example', hub.url).replaceAll('&amp;', '&'), { method });
      expect([address, response.status]).toEqual([address, 200]);
    }
  expect(await rows()).toBe(before);
  expect(await counts(id)).toMatchObject({ sent: 1, opened: 0 });
});

test('one click of a mail program (RFC 8058) is enough to be written to no more, twice is once; a token that is none learns nothing', async () => {
  const id = await sentTo();
  const { raw } = sink.taken[0]!;
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const token = tokenIn(sink.taken[0]!);
  const click = (of: string) =>
    fetch(`${hub.url}/r/${of}/unsubscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  expect((await click(token.replace(/^./, first => (first === 'A' ? 'B' : 'A')))).status).toBe(404);
  expect(await counts(id)).toMatchObject({ declined: 0 });
  expect((await click(token)).status).toBe(200);
  expect((await click(token)).status).toBe(200);
  expect(await counts(id)).toMatchObject({ declined: 1, sent: 0 });
  expect(await step('remindCampaign', id)).toMatchObject({ code: 'CAMPAIGN_NOBODY_TO_REMIND' });
});

test('who wants no more mail gets none of any campaign: of those that run, wait for their hour, or are drafts', async () => {
  const running = await sentTo();
  const token = tokenIn(sink.taken[0]!);
  const other = await sentTo();
  const later = (await plan(hub, { ...toPain, sendAt: soon(2) })).campaign.id;
  const draft = (await plan(hub, { filter: { organizations: [pain, bonnePage] } })).campaign.id;
  await act(hub, 'changeCampaign', { campaignId: other, ...allDay() }, 'ChangeCampaign');
  await step('remindCampaign', other); // lies in the outbox
  const declining = 'mutation ($token: String!) { declineUpdateRequest(input: { token: $token }) { __typename } }';
  await (await hub.as()).ask(declining, { token });
  for (const id of [running, other, later, draft]) expect([id, (await counts(id)).declined]).toEqual([id, 1]);
  await act(hub, 'changeCampaign', { campaignId: other, quietFrom: null, quietTo: null }, 'ChangeCampaign');
  sink.taken.splice(0);
  await send(later);
  await send(draft);
  await until(async () => (await counts(draft)).sent === 1);
  const waiting = `select count(*)::int as n from platform.outgoing where state in ('PENDING', 'HANDED')`;
  await until(async () => (await hub.db.query(waiting))[0].n === 0);
  expect(sink.taken.map(({ to }) => to)).toEqual(['page@test.invalid']);
});

/** Quiet hours of all but a minute that is not now. */
function allDay(): { quietFrom: string; quietTo: string } {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const then = clock.format(new Date(Date.now() - 3_600_000));
  return { quietFrom: then, quietTo: clock.format(new Date(Date.now() - 3_660_000)) };
}

test('reminded twice in one night, by hand and by the clock, each gets one reminder in the morning, and it counts as one', async () => {
  const id = await sentTo({ ...toPain, remindAfterHours: [1] });
  await act(hub, 'changeCampaign', { campaignId: id, ...allDay() }, 'ChangeCampaign');
  await step('remindCampaign', id);
  await step('remindCampaign', id);
  await act(hub, 'changeCampaign', { campaignId: id, quietFrom: null, quietTo: null }, 'ChangeCampaign');
  await hub.get(Running).look();
  await until(() => sink.taken.length === 2);
  await until(async () => (await hub.db.query(`select from platform.outgoing where state in ('PENDING', 'HANDED')`)).length === 0);
  expect(sink.taken).toHaveLength(2);
  expect((await campaign(hub, id)).requests.edges[0].node).toMatchObject({ reminders: 1 });
});

test('cancelled in the middle of being sent: nothing more leaves, what has left leads nowhere, and every figure adds up', async () => {
  await hub.db.query(
    `insert into directory.organization (id, source_id, name_fr, email)
       select ('00000000-0000-7000-8000-3' || lpad(n::text, 11, '0'))::uuid, 'much-' || n, 'Association ' || n, 'a' || n || '@test.invalid' from generate_series(1, 60) n`,
  );
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr, languages) select id, source_id, id, 'Service', '{fr}' from directory.organization where source_id like 'much-%'`,
  );
  sink.answerAfterMs = 40;
  const { id, asked } = (await plan(hub, { filter: { text: 'Association' } })).campaign;
  expect(asked).toBe(60);
  await send(id);
  await until(() => sink.taken.length >= 10);
  await step('cancelCampaign', id);
  const left = sink.taken.length;
  await until(async () => (await hub.db.query(`select from platform.outgoing where group_id = $1 and state in ('PENDING', 'HANDED')`, [id])).length === 0); // prettier-ignore
  expect(sink.taken.length).toBeLessThanOrEqual(left + 2); // as many as were in the middle of it
  expect(sink.taken.length).toBeLessThan(60);
  expect(await counts(id)).toEqual({ pending: 0, sent: 0, opened: 0, answered: 0, bounced: 0, expired: 60, declined: 0 });
  const states: Answer[] = await hub.db.query('select state, count(*)::int as n from platform.outgoing where group_id = $1 group by 1 order by 1', [id]); // prettier-ignore
  expect(states).toEqual([
    { state: 'SENT', n: sink.taken.length },
    { state: 'WITHDRAWN', n: 60 - sink.taken.length },
  ]);
  for (const mail of sink.taken) expect((await fetch(`${hub.url}/r/${tokenIn(mail)}`)).status).toBe(404);
});
