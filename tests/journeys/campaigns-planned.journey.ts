import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import {
  act,
  campaign,
  coordinator,
  crue,
  english,
  organizationsToAsk,
  plan,
  relayed,
  researcher,
  soon,
  unreachable,
} from '../support/outreach.ts';
import { bonnePage, kitchen, library, pain, shelter } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_ROLES: 'hub' });
  await organizationsToAsk(hub.db);
});
afterAll(() => hub?.close());

const audience = async (filter: object = {}, who: [Role, string] = researcher as [Role, string]): Promise<Answer> => {
  const answer = await (
    await hub.as(...who)
  ).ask(
    `query ($filter: ServiceFilter!) { campaignAudience(filter: $filter) { organizations services requests withoutAddress reachableByRelay
       byChannel { channel n } byLanguage { language n } unreachable { id name { fr } } } }`,
    { filter },
  );
  return answer.campaignAudience ?? answer;
};
const lastSaid = async () => (await hub.db.query('select max(position) from platform.event'))[0].max;

test('an audience is counted before anything is written: by channel, by language, through a relay, without an address', async () => {
  expect(await audience()).toEqual({
    organizations: 5,
    services: 6,
    requests: 3,
    withoutAddress: 1,
    reachableByRelay: 1,
    byChannel: [
      { channel: null, n: 2 },
      { channel: 'EMAIL', n: 1 },
      { channel: 'PHONE', n: 1 },
      { channel: 'RELAY', n: 1 },
    ],
    byLanguage: [
      { language: 'fr', n: 2 },
      { language: 'en', n: 1 },
    ],
    unreachable: [{ id: unreachable, name: { fr: 'Le Téléphone' } }],
  });
  expect(await audience({ categories: ['education'] })).toMatchObject({ organizations: 1, services: 1, requests: 1 });
});

test('a coordinator counts without what is confidential, and without a name', async () => {
  expect(await audience({}, coordinator as [Role, string])).toMatchObject({ organizations: 5, services: 5, unreachable: null });
});

test('a campaign is planned: each organization once, one request to each mailbox, in its language', async () => {
  const { campaign: made } = await plan(hub);
  expect(made).toMatchObject({ state: 'DRAFT', asked: 5, withoutAddress: 1, sentAt: null, counts: { pending: 3, sent: 0 } });
  const { requests, ...whole } = await campaign(hub, made.id);
  expect(whole).toMatchObject({ name: crue.name, madeByName: 'RESEARCHER', answeredOrganizations: 0, answersByHour: [] });
  const node = (organization: string) => requests.edges.find(({ node }: Answer) => node.organization.id === organization).node;
  expect(requests.totalCount).toBe(5);
  expect(node(pain)).toMatchObject({ relay: null, state: 'PENDING', language: 'fr', services: [kitchen] });
  expect(node(bonnePage)).toMatchObject({ relay: null, services: [library, shelter] });
  expect(node(relayed)).toMatchObject({ relay: { id: bonnePage }, state: 'PENDING' });
  expect(node(unreachable)).toMatchObject({ relay: null, state: null });
  expect(node(english)).toMatchObject({ language: 'en' });
  const towns = Object.fromEntries(whole.byTerritory.map(({ territory, asked }: Answer) => [territory?.code ?? null, asked]));
  expect(towns).toEqual({ chomedey: 1, 'pont-viau': 1, vimont: 1, null: 3 });
});

test('a coordinator reads the same counts, and no name', async () => {
  const { campaign: made } = await plan(hub, {}, coordinator);
  const read = await campaign(hub, made.id, coordinator);
  expect(read).toMatchObject({ asked: 5, requests: null, counts: { pending: 3 } });
  expect((await campaign(hub, made.id)).requests.totalCount).toBe(5);
});

test('who has declined mail is asked, and not written to', async () => {
  await hub.db.query('insert into outreach.preference (organization_id, mail_declined_at) values ($1, now())', [pain]);
  expect((await plan(hub)).campaign).toMatchObject({ asked: 5, withoutAddress: 2, counts: { pending: 2 } });
  await hub.db.query('update outreach.preference set mail_declined_at = null');
});

test.each([
  ['name', { name: { fr: ' ' } }, 'CAMPAIGN_TEXT_MISSING'],
  ['subject.en', { subject: { en: 'a'.repeat(151) } }, 'CAMPAIGN_TEXT_TOO_LONG'],
  ['message', { message: {} }, 'CAMPAIGN_TEXT_MISSING'],
  ['question.fr', { question: { fr: 'a'.repeat(501) } }, 'CAMPAIGN_TEXT_TOO_LONG'],
  ['dueAt', { dueAt: soon(-1) }, 'CAMPAIGN_DUE_IS_PAST'],
  ['dueAt', { dueAt: soon(24 * 61) }, 'CAMPAIGN_DUE_TOO_FAR'],
  ['remindAfterHours', { remindAfterHours: [1, 2, 3, 4, 5, 6] }, 'CAMPAIGN_REMINDERS_TOO_MANY'],
  ['remindAfterHours.1', { remindAfterHours: [1, 0] }, 'CAMPAIGN_REMINDER_OUT_OF_RANGE'],
  ['quietTo', { quietFrom: '22:00' }, 'CAMPAIGN_QUIET_HALF_SAID'],
  ['quietTo', { quietFrom: '22:00', quietTo: '22:00' }, 'CAMPAIGN_NEVER_SPEAKS'],
  ['filter', { filter: { categories: ['nothing'] } }, 'CAMPAIGN_ASKS_NOBODY'],
  ['crisisId', { crisisId: kitchen }, 'CAMPAIGN_CRISIS_NOT_FOUND'],
])('what cannot be sent is refused at %s in both languages, and nothing is said of it: %o', async (field, input, code) => {
  const before = await lastSaid();
  const asked = { ...crue, dueAt: soon(24), ...input };
  const refused = await act(hub, 'planCampaign', asked, 'PlanCampaign');
  expect(refused).toMatchObject({ __typename: 'InvalidCampaign', code, field });
  expect((await act(hub, 'planCampaign', asked, 'PlanCampaign', researcher, 'en')).message).not.toBe(refused.message);
  expect(await lastSaid()).toBe(before);
});

test('nothing of an exercise is planned to leave the hub', async () => {
  const { openCrisis } = await (
    await hub.as('CENTRE_SUPERVISOR', bonnePage)
  ).ask(
    `mutation { openCrisis(input: { name: { fr: "Exercice" }, nature: "FLOOD", exercise: true, areas: [{ territory: "laval", phase: ALERT }] }) {
       ... on CrisisOpened { crisis { id } } } }`,
  );
  expect(await plan(hub, { crisisId: openCrisis.crisis.id })).toMatchObject({ code: 'CAMPAIGN_IN_EXERCISE', field: 'crisisId' });
});

test('two clicks with one key plan one campaign', async () => {
  const asked = { ...crue, dueAt: soon(24), idempotencyKey: 'once' };
  const [one, two] = await Promise.all([1, 2].map(() => act(hub, 'planCampaign', asked, 'PlanCampaign')));
  expect(one.campaign.id).toBe(two.campaign.id);
  expect(await act(hub, 'planCampaign', { ...asked, name: { fr: 'Autre' } }, 'PlanCampaign')).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('a draft is changed as a whole, and asks anew; what is not given stays', async () => {
  const { campaign: made } = await plan(hub);
  const change = (input: object) => act(hub, 'changeCampaign', { campaignId: made.id, ...input }, 'ChangeCampaign');
  expect((await change({ filter: { categories: ['education'] } })).campaign).toMatchObject({ asked: 1, counts: { pending: 1 } });
  expect(await change({ subject: { fr: '' } })).toMatchObject({ code: 'CAMPAIGN_TEXT_MISSING', field: 'subject' });
  expect(await campaign(hub, made.id)).toMatchObject({ name: crue.name, filter: { categories: ['education'], text: null } });
  expect(await change({ campaignId: kitchen })).toMatchObject({ __typename: 'CampaignNotFound' });
});

test('whoever watches a campaign is told; whoever may not read it is not', async () => {
  const { campaign: made } = await plan(hub);
  const watched = (await hub.as(...coordinator)).watch(
    'subscription ($id: ID!) { campaignChanged(campaignId: $id) { campaign { id name { fr } } } }',
    {
      id: made.id,
    },
  );
  const told = take(watched, 1);
  await new Promise(heard => setTimeout(heard, 200));
  await act(hub, 'changeCampaign', { campaignId: made.id, name: { fr: 'Autre nom' } }, 'ChangeCampaign');
  expect(await told).toEqual([{ campaignChanged: { campaign: { id: made.id, name: { fr: 'Autre nom' } } } }]);
  expect(await plan(hub, {}, ['PARTNER_EDITOR', pain])).toMatchObject({ code: 'FORBIDDEN' });
  expect(await plan(hub, {}, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a preview is the letter of one of the audience, in its language or the other; without anybody, what is written', async () => {
  const preview = async (organizationId: string | null, language?: string, filter: object = {}) => {
    const { previewCampaign } = await (
      await hub.as(...researcher)
    ).ask(
      `query ($input: PlanCampaignInput!, $organizationId: ID, $language: String) { previewCampaign(input: $input, organizationId: $organizationId, language: $language) {
         organization { id } language subject text html } }`,
      { input: { ...crue, filter, dueAt: soon(24) }, organizationId, language },
    );
    return previewCampaign;
  };
  const own = await preview(relayed); // through who speaks for it
  expect(own).toMatchObject({ organization: { id: bonnePage }, language: 'fr', subject: crue.subject.fr });
  expect(own.text).toMatch(/^- Visites d’amitié\s: Inconnu \(Les Voisins\)$/m);
  expect(own.text).toContain('Vos réponses ne servent ni à vous évaluer ni à vous financer.');
  expect(own.html).toContain('Dites-nous ce que vous offrez.</p>');
  expect(await preview(english)).toMatchObject({ language: 'en', subject: crue.subject.en });
  expect(await preview(pain, 'en')).toMatchObject({ language: 'en', text: expect.stringMatching(/Community kitchen: Unknown/) });
  expect(await preview(null, undefined, { categories: ['nothing'] })).toMatchObject({ organization: null, subject: crue.subject.fr });
});
