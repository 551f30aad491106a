import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Role } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { Running, StandingRules } from '#libs/outreach';
import { freshStatistics } from '#libs/platform';
import { isLong } from '../support/looks.ts';
import { MailServer } from '../support/mail-server.ts';
import { act, coordinator, crue, organizationsToAsk, plan, researcher } from '../support/outreach.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let mail: MailServer;
beforeAll(async () => {
  mail = await MailServer.start(address => (address.endsWith('@bad.invalid') ? 550 : null));
  hub = await TestHub.start(undefined, { SMTP_URL: mail.url });
  await organizationsToAsk(hub.db);
});
afterAll(async () => {
  await hub?.close();
  await mail?.close();
});

const weekly = { ...crue, kind: 'WEEKLY', byday: ['MO'], atTime: '09:00', phases: ['RESPONSE'], dueAfterHours: 24, restHours: 72 };
async function set(input: object = {}, who: [Role, string] = researcher as [Role, string]): Promise<Answer> {
  const answer = await (
    await hub.as(...who)
  ).ask(
    `mutation ($input: SetOutreachRuleInput!) { setOutreachRule(input: $input) { __typename ... on Refusal { code field message }
       ... on OutreachRuleSet { rule { id kind byday atTime nextAt lastAt madeByName lastCampaign { id } } } } }`,
    { input: { ...weekly, ...input } },
  );
  return answer.setOutreachRule ?? answer;
}
const rules = async (): Promise<Answer[]> =>
  (
    await (
      await hub.as(...coordinator)
    ).ask('{ outreachRules { id nextAt lastAt lastCampaign { id asked state ruleId counts { pending sent } } } }')
  ).outreachRules;
const rule = async (id: string) => (await rules()).find(each => each.id === id);
const due = (id: string) => hub.db.query(`update outreach.rule set next_at = now() - interval '1 minute' where id = $1`, [id]);
const end = async (id: string) =>
  (await hub.as(...researcher)).ask(
    'mutation ($id: ID!) { endOutreachRule(input: { ruleId: $id }) { __typename ... on Refusal { code } } }',
    { id },
  );
const look = () => Promise.all([hub.get(StandingRules).look(), hub.get(StandingRules).look()]);
async function crisis(exercise: boolean): Promise<(phase: string) => Promise<unknown>> {
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const { openCrisis } = await supervisor.ask(
    `mutation ($exercise: Boolean) { openCrisis(input: { name: { fr: "Crue" }, nature: "FLOOD", exercise: $exercise, areas: [{ territory: "laval", phase: ALERT }] }) {
       ... on CrisisOpened { crisis { id } } } }`,
    { exercise },
  );
  return (phase: string) =>
    supervisor.ask('mutation ($input: ChangeCrisisPhaseInput!) { changeCrisisPhase(input: $input) { __typename } }', {
      input: { crisisId: openCrisis.crisis.id, phase, reason: 'Le niveau change' },
    });
}

test('every Monday while an event is in its response: not before, not for an exercise, once, and not twice to one that was asked', async () => {
  const { rule: made } = await set();
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/Toronto',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  expect(clock.format(new Date(made.nextAt))).toContain('Mon');
  expect(clock.format(new Date(made.nextAt))).toContain('09:00');
  expect(+new Date(made.nextAt)).toBeGreaterThan(+hub.get(Clock).now());

  await (
    await crisis(true)
  )('RESPONSE'); // a drill
  await due(made.id);
  await look();
  expect(await rule(made.id)).toMatchObject({ lastAt: expect.any(String), lastCampaign: null, nextAt: made.nextAt });

  const turn = await crisis(false);
  await turn('RESPONSE');
  await due(made.id);
  await look();
  const first = (await rule(made.id)).lastCampaign;
  expect(first).toMatchObject({ asked: 5, state: 'RUNNING', ruleId: made.id });
  await until(() => mail.received.length === 3);
  expect(await hub.db.query('select 1 from outreach.campaign')).toHaveLength(1);

  await due(made.id);
  await look();
  expect((await rule(made.id)).lastCampaign.id).toBe(first.id); // all of them rest
  await hub.db.query(`update outreach.campaign set sent_at = sent_at - interval '73 hours'`);
  await due(made.id);
  await look();
  const second = (await rule(made.id)).lastCampaign;
  expect(second.id).not.toBe(first.id);
  const { campaign } = await (
    await hub.as(...researcher)
  ).ask('query ($id: ID!) { campaign(id: $id) { previous { id } } }', { id: second.id });
  expect(campaign.previous.id).toBe(first.id);

  expect((await end(made.id)).endOutreachRule).toEqual({ __typename: 'OutreachRuleEnded' });
  expect((await end(made.id)).endOutreachRule).toEqual({ __typename: 'OutreachRuleNotFound', code: 'RULE_NOT_FOUND' });
  expect(await rule(made.id)).toBeUndefined();
  await turn('CLOSED');
});

test('who has turned stale is asked, and nobody else; what a coordinator may not see is not asked for', async () => {
  await hub.db.query(`update outreach.campaign set sent_at = sent_at - interval '200 hours' where sent_at is not null`);
  await (
    await hub.as('PARTNER_EDITOR', pain)
  ).ask('mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { __typename } }', {
    id: kitchen,
  });
  const { rule: made } = await set({ kind: 'STALE', byday: [], phases: [] }, coordinator as [Role, string]);
  await due(made.id);
  await look();
  expect((await rule(made.id)).lastCampaign).toBeNull(); // nobody is stale
  await hub.db.query(`update status.current set aging_at = now() - interval '2 hours', stale_at = now() - interval '1 hour'`);
  await due(made.id);
  await look();
  expect((await rule(made.id)).lastCampaign).toMatchObject({ asked: 1 });
  await end(made.id);
});

test.each([
  ['byday', { byday: [] }, 'RULE_DAYS_MISSING'],
  ['dueAfterHours', { dueAfterHours: 0 }, 'RULE_HOURS_OUT_OF_RANGE'],
  ['restHours', { restHours: 721 }, 'RULE_HOURS_OUT_OF_RANGE'],
  ['subject', { subject: {} }, 'CAMPAIGN_TEXT_MISSING'],
  ['ruleId', { ruleId: kitchen }, 'RULE_NOT_FOUND'],
])('a rule that cannot be followed is refused at %s', async (field, input, code) => {
  expect(await set(input)).toMatchObject({ field, code });
});

test('the list of a campaign is a file for the 211, and for nobody else', async () => {
  const { campaign } = await plan(hub);
  const get = async (name: string, who: [Role?, string?] = researcher as [Role, string]) => {
    const { token } = await hub.as(...who);
    return fetch(`${hub.url}/exports/campaigns/${name}`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  };
  const csv = await get(`${campaign.id}.csv?lang=fr`);
  const bytes = Buffer.from(await csv.arrayBuffer());
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${campaign.id}.csv"`);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines.find(line => line.includes('Le Téléphone'))).toContain('"Sans adresse"');
  expect(lines.find(line => line.includes('Les Voisins'))).toContain('"La Bonne Page"');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await (await get(`${campaign.id}.xlsx?lang=en`)).arrayBuffer()) as never);
  expect(book.worksheets[0]!.getRow(1).getCell(2).value).toBe('Organization');
  expect(book.worksheets[0]!.rowCount).toBe(6);
  expect((await get(`${campaign.id}.csv`, coordinator as [Role, string])).status).toBe(403);
  expect((await get(`${campaign.id}.csv`, [])).status).toBe(401);
  expect((await get(`${kitchen}.csv`)).status).toBe(404);
  expect((await get(`${campaign.id}.pdf`)).status).toBe(404);
  await act(hub, 'cancelCampaign', { campaignId: campaign.id });
});

const many = isLong ? 6_000 : 300;
test(
  `${many} letters, three in a hundred to bad addresses: each arrives once or is known not to have`,
  async () => {
    const [n, bad] = [many, Math.floor(many / 33)];
    await hub.db.query(
      `with organization as (insert into directory.organization (id, source_id, name_fr, email)
       select ('00000000-0000-7000-8000-2' || lpad(n::text, 11, '0'))::uuid, 'many-' || n, 'Organisme ' || n, 'org' || n || case when n % 33 = 0 then '@bad.invalid' else '@test.invalid' end
       from generate_series(1, $1) n)
     select 1`,
      [n],
    );
    await hub.db.query(
      `insert into directory.service (id, source_id, organization_id, name_fr, languages) select id, source_id, id, 'Service', '{fr}' from directory.organization where source_id like 'many-%'`,
    );
    await freshStatistics(hub.db.manager, ['directory']); // as loads and imports end
    mail.received.splice(0);
    const { campaign } = await plan(hub, { filter: { text: 'Organisme' } });
    expect(campaign).toMatchObject({ asked: n, counts: { pending: n } });
    await act(hub, 'sendCampaign', { campaignId: campaign.id }, 'SendCampaign');
    const counts = async () =>
      (
        await (
          await hub.as(...coordinator)
        ).ask('query ($id: ID!) { campaign(id: $id) { counts { pending sent bounced } } }', { id: campaign.id })
      ).campaign.counts;
    await until(async () => (await counts()).pending === 0, isLong ? 600_000 : 60_000);
    expect(await counts()).toEqual({ pending: 0, sent: n - bad, bounced: bad });
    const to = mail.received.map(({ to }: Answer) => to.text);
    expect(new Set(to).size).toBe(n - bad);
    expect(to).toHaveLength(n - bad);
    await hub.get(Running).look();
  },
  isLong ? 900_000 : 90_000,
);
