import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { Running } from '#libs/outreach';
import { MailServer } from '../support/mail-server.ts';
import { act, campaign, coordinator, crue, english, organizationsToAsk, plan, relayed, researcher, soon } from '../support/outreach.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let mail: MailServer;
const refused = new Map<string, number>();
beforeAll(async () => {
  mail = await MailServer.start(address => refused.get(address) ?? null);
  hub = await TestHub.start(undefined, { SMTP_URL: mail.url, FANAL_PUBLIC_URL: 'https://fanal.example' });
  await organizationsToAsk(hub.db);
});
afterEach(async () => {
  for (const { id } of await hub.db.query(`select id from outreach.campaign where ended_at is null`)) await step('cancelCampaign', id);
  mail.received.splice(0);
  refused.clear();
});
afterAll(async () => {
  await hub?.close();
  await mail?.close();
});

const step = (name: string, campaignId: string, input: object = {}) => act(hub, name, { campaignId, ...input });
const send = (campaignId: string, at?: string) => act(hub, 'sendCampaign', { campaignId, at }, 'SendCampaign');
const planned = async (input: object = {}): Promise<string> => (await plan(hub, input)).campaign.id;
const counts = async (id: string) => (await campaign(hub, id)).counts;
const sent = (id: string, n: number) => until(async () => (await counts(id)).sent === n, 15_000);
const linkIn = (text: string | undefined) => /https:\/\/fanal\.example\/r\/([\w-]{43})$/m.exec(text ?? '')![1]!;
const look = () => hub.get(Running).look();
/** So that what is to happen later happens now. */
const earlier = (campaignId: string, hours: number) =>
  hub.db.query(
    `with sooner as (update outreach.request set sent_at = sent_at - make_interval(hours => $2), remind_at = remind_at - make_interval(hours => $2) where campaign_id = $1)
     update outreach.campaign set sent_at = sent_at - make_interval(hours => $2), due_at = due_at - make_interval(hours => $2), send_at = send_at - make_interval(hours => $2) where id = $1`,
    [campaignId, hours],
  );

test('each who can be written to gets one letter, in its language, and it is the one that was previewed', async () => {
  const { previewCampaign } = await (
    await hub.as(...researcher)
  ).ask('query ($input: PlanCampaignInput!, $id: ID) { previewCampaign(input: $input, organizationId: $id) { subject text html } }', {
    input: { ...crue, dueAt: '2026-12-24T17:00:00Z' },
    id: bonnePage,
  });
  const id = await planned({ dueAt: '2026-12-24T17:00:00Z' });
  expect((await send(id)).campaign).toMatchObject({ state: 'RUNNING', sentAt: expect.any(String) });
  await sent(id, 3);
  expect(mail.received.map(({ to }: Answer) => to.text).sort()).toEqual(['hand@test.invalid', 'page@test.invalid', 'pain@test.invalid']);
  const [letter] = mail.to('page@test.invalid');
  const token = linkIn(letter!.text);
  const asPreviewed = (text: unknown) => String(text).replaceAll(token, 'apercu').trim();
  expect(letter!.subject).toBe(previewCampaign.subject);
  expect(asPreviewed(letter!.text)).toBe(previewCampaign.text.trim());
  expect(asPreviewed(letter!.html)).toBe(previewCampaign.html.trim());
  expect(letter!.text).toMatch(/^- Visites d’amitié\s: Inconnu \(Les Voisins\)$/m);
  expect(letter!.headers.get('list')).toMatchObject({ unsubscribe: { url: `https://fanal.example/r/${token}/unsubscribe` } });
  expect(mail.to('hand@test.invalid')[0]).toMatchObject({
    subject: crue.subject.en,
    text: expect.stringMatching(/Grocery delivery: Unknown/),
  });
  const { updateRequest } = await (
    await hub.as()
  ).ask('query ($token: String!) { updateRequest(token: $token) { __typename } }', { token });
  expect(updateRequest).toEqual({ __typename: 'UpdateRequest' });
});

test('nothing of it keeps an address, in the database or in what is said of it', async () => {
  const id = await planned();
  await send(id);
  await sent(id, 3);
  for (const table of [
    'outreach.campaign',
    'outreach.request',
    'outreach.asked',
    'platform.outgoing',
    'platform.event',
    'platform.idempotency',
  ]) {
    const [{ text }] = await hub.db.query(`select string_agg(to_jsonb(kept)::text, ' ') as text from ${table} kept`);
    expect([table, text?.includes('test.invalid') ?? false]).toEqual([table, false]);
  }
});

test('sent twice with one key it leaves once; sent again it is refused', async () => {
  const id = await planned();
  const [one, two] = await Promise.all([1, 2].map(() => act(hub, 'sendCampaign', { campaignId: id, idempotencyKey: id }, 'SendCampaign')));
  expect([one.campaign.state, two.campaign.state]).toEqual(['RUNNING', 'RUNNING']);
  expect(await send(id)).toMatchObject({ __typename: 'CampaignStepRefused', code: 'CAMPAIGN_IS_SENT' });
  await sent(id, 3);
  expect(mail.received).toHaveLength(3);
});

test('it leaves at its time, once, whoever of two looks', async () => {
  const id = await planned({ sendAt: soon(2) });
  expect(await campaign(hub, id)).toMatchObject({ state: 'SCHEDULED', counts: { pending: 3 } });
  await look();
  expect((await campaign(hub, id)).state).toBe('SCHEDULED');
  await earlier(id, 3);
  await Promise.all([look(), look()]);
  await sent(id, 3);
  expect(mail.received).toHaveLength(3);
  expect(await plan(hub, { sendAt: soon(30) })).toMatchObject({ code: 'CAMPAIGN_SENDS_AFTER_DUE', field: 'sendAt' });
});

test('in quiet hours nothing leaves; when they end, all of it does', async () => {
  const { from, to } = aroundNow();
  const id = await planned({ quietFrom: from, quietTo: to });
  await send(id);
  await look();
  expect(await counts(id)).toMatchObject({ pending: 3, sent: 0 });
  expect((await hub.db.query('select count(*)::int as n from platform.outgoing where group_id = $1 and held', [id]))[0].n).toBe(3);
  await act(hub, 'changeCampaign', { campaignId: id, quietFrom: null, quietTo: null }, 'ChangeCampaign');
  await sent(id, 3);
});

/** Quiet hours that hold now, by the region's clock. */
function aroundNow(): { from: string; to: string } {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const now = +hub.get(Clock).now();
  return { from: clock.format(new Date(now - 3_600_000)), to: clock.format(new Date(now + 3_600_000)) };
}

test('a reminder goes to those who are silent, not to who has answered or declined, nor in quiet hours', async () => {
  const id = await planned({ remindAfterHours: [4, 8] });
  await send(id);
  await sent(id, 3);
  await (
    await hub.as('PARTNER_EDITOR', pain)
  ).ask('mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { __typename } }', { id: kitchen });
  await until(async () => (await counts(id)).answered === 1);
  await earlier(id, 5);
  await Promise.all([look(), look()]);
  await until(() => mail.received.length === 5);
  expect(mail.to('pain@test.invalid')).toHaveLength(1);
  expect(mail.to('page@test.invalid')[1]).toMatchObject({ subject: 'Rappel\u00a0: Êtes-vous ouvert pendant la crue ?' });
  const { requests } = await campaign(hub, id);
  expect(requests.edges.find(({ node }: Answer) => node.organization.id === pain).node).toMatchObject({
    answeredBy: 'ACCOUNT',
    reminders: 0,
  });
  expect(requests.edges.find(({ node }: Answer) => node.organization.id === english).node).toMatchObject({ reminders: 1 });
  const { from, to } = aroundNow();
  await act(hub, 'changeCampaign', { campaignId: id, quietFrom: from, quietTo: to }, 'ChangeCampaign');
  await earlier(id, 4);
  await look();
  expect((await campaign(hub, id)).requests.edges.map(({ node }: Answer) => node.reminders).sort()).toEqual([0, 0, 1, 1, 1]);
});

test('it is reminded of by hand; when nobody is silent, that is said', async () => {
  const id = await planned({ filter: { organizations: [pain] } });
  expect(await step('remindCampaign', id)).toMatchObject({ code: 'CAMPAIGN_IS_NOT_SENT' });
  await send(id);
  await sent(id, 1);
  expect((await step('remindCampaign', id)).campaign.state).toBe('RUNNING');
  await until(() => mail.received.length === 2);
  const token = linkIn(mail.received[1]!.text);
  const declined = await (
    await hub.as()
  ).ask('mutation ($token: String!) { declineUpdateRequest(input: { token: $token }) { __typename } }', { token });
  expect(declined).not.toHaveProperty('code');
  await until(async () => (await counts(id)).declined === 1);
  expect(await step('remindCampaign', id)).toMatchObject({ code: 'CAMPAIGN_NOBODY_TO_REMIND' });
  await hub.db.query('update outreach.preference set mail_declined_at = null');
});

test('paused while it is sent it stays; changed meanwhile, those who wait get the new words; resumed, it goes on', async () => {
  const id = await planned();
  await hub.db.query(
    `update platform.lane set closed_since = now(), failures = 1, next_probe_at = now() + interval '1 hour' where channel = 'MAIL'`,
  );
  await send(id);
  expect((await step('pauseCampaign', id)).campaign.state).toBe('PAUSED');
  await hub.db.query(`update platform.lane set closed_since = null, failures = 0, next_probe_at = null where channel = 'MAIL'`);
  expect(await step('pauseCampaign', id)).toMatchObject({ code: 'CAMPAIGN_IS_PAUSED' });
  await act(hub, 'changeCampaign', { campaignId: id, subject: { fr: 'Nouvelle question' } }, 'ChangeCampaign');
  expect(await act(hub, 'changeCampaign', { campaignId: id, filter: {} }, 'ChangeCampaign')).toMatchObject({
    code: 'CAMPAIGN_IS_SENT',
    field: 'filter',
  });
  expect(mail.received).toHaveLength(0);
  expect((await step('resumeCampaign', id)).campaign.state).toBe('RUNNING');
  await sent(id, 3);
  expect(mail.received.map(({ subject }) => subject)).toEqual(Array.from({ length: 3 }, () => 'Nouvelle question'));
  expect(await step('resumeCampaign', id)).toMatchObject({ code: 'CAMPAIGN_IS_NOT_PAUSED' });
});

test('cancelled, nothing more is sent and its links are worth nothing; closed, the same', async () => {
  for (const name of ['cancelCampaign', 'closeCampaign']) {
    mail.received.splice(0);
    const id = await planned();
    await send(id);
    await sent(id, 3);
    const token = linkIn(mail.received[0]!.text);
    await step(name, id);
    expect(await campaign(hub, id)).toMatchObject({
      state: name === 'cancelCampaign' ? 'CANCELLED' : 'CLOSED',
      closedAt: expect.any(String),
      counts: { expired: 3, sent: 0 },
    });
    expect(await (await hub.as()).ask('query ($token: String!) { updateRequest(token: $token) { __typename } }', { token })).toEqual({
      updateRequest: null,
    });
    expect(await step(name, id)).toMatchObject({ code: 'CAMPAIGN_IS_OVER' });
  }
});

test('past its end and a day of grace it is over by itself', async () => {
  const id = await planned();
  await send(id);
  await sent(id, 3);
  await earlier(id, 30);
  await look();
  expect((await campaign(hub, id)).state).toBe('RUNNING');
  await earlier(id, 24);
  await look();
  expect(await campaign(hub, id)).toMatchObject({ state: 'CLOSED', counts: { expired: 3 } });
});

test('an address that is refused is bounced, and the next one of the organization is written to', async () => {
  await hub.db.query(
    `insert into directory.contact (id, organization_id, name, email, position) values ($1, $2, 'Ancienne adresse', 'gone@test.invalid', 0)`,
    ['00000000-0000-7000-8000-000000000090', pain],
  );
  refused.set('gone@test.invalid', 550);
  const id = await planned({ filter: { organizations: [pain] } });
  await send(id);
  await until(async () => (await counts(id)).sent === 1);
  expect(await counts(id)).toMatchObject({ bounced: 1, sent: 1, pending: 0 });
  expect(mail.received.map(({ to }: Answer) => to.text)).toEqual(['pain@test.invalid']);
  const { requests, asked } = await campaign(hub, id);
  expect(asked).toBe(1);
  expect(requests.edges[0].node).toMatchObject({ state: 'SENT' });
  refused.set('pain@test.invalid', 550);
  const other = await planned({ filter: { organizations: [pain] } });
  await send(other);
  await until(async () => (await counts(other)).bounced === 2);
  expect((await campaign(hub, other)).requests.edges[0].node).toMatchObject({ state: 'BOUNCED', bounceCode: 'SMTP_550' });
  await hub.db.query('update directory.contact set email = null where organization_id = $1', [pain]);
});

test('one answer by telephone counts once all its services were spoken of; the last campaign is compared with', async () => {
  const id = await planned({ filter: { organizations: [bonnePage, relayed] } });
  await send(id);
  await sent(id, 1);
  const report = async (serviceId: string, input = '') =>
    (await hub.as(...researcher)).ask(
      `mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: LIMITED ${input} }) { __typename } }`,
      { id: serviceId },
    );
  await report('00000000-0000-7000-8000-000000000011');
  await report('00000000-0000-7000-8000-000000000013');
  await until(async () => (await campaign(hub, id)).answeredOrganizations === 1);
  expect((await campaign(hub, id)).counts).toMatchObject({ sent: 1, answered: 0 }); // the relay still speaks for itself
  await report('00000000-0000-7000-8000-000000000012');
  await until(async () => (await campaign(hub, id)).answeredOrganizations === 2);
  const first = await campaign(hub, id);
  expect(first).toMatchObject({ counts: { answered: 1 }, previous: null, answersByHour: [{ n: 2 }] });
  const next = await planned({ filter: { organizations: [bonnePage, relayed] } });
  await send(next);
  expect(await campaign(hub, next, coordinator)).toMatchObject({
    previous: { id },
    comparison: { answeredShare: 0, previousAnsweredShare: expect.any(Number) },
  });
});
