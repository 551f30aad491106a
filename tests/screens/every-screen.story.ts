import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { become, isHeard, isLong, isThere, looks, named, walks, wrongOf } from '../support/looks.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { gapsOn } from '../support/gaps.ts';
import { inDays, personsOn } from '../support/persons.ts';
import { answers, hangs } from '../support/posters.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { request } from '../support/requests.ts';
import { Stage } from '../support/stage.ts';

/** One of each state, and mail that nobody takes. */
const leaving = `
  with closed as (update platform.lane set closed_since = now() - interval '2 h', next_probe_at = now() + interval '1 day', failures = 1,
      last_error = 'ECONNREFUSED' where channel = 'MAIL')
  insert into platform.outgoing (id, channel, template, subject, group_id, state, tries, due_at, sent_at, handed_at, bounced_at, last_error, created_at)
    select uuidv7(), channel, template, $1::uuid, case when template = 'update-request' then $2::uuid end, state, 2, now() + interval '1 day', sent,
      case when state <> 'PENDING' then now() end, bounced, error, now()
    from (values ('MAIL', 'update-request', 'DEAD', null, null, 'SMTP_550'), ('MAIL', 'update-request', 'SENT', now(), now(), '5.2.2'),
      ('MAIL', 'sign-in', 'UNSURE', null, null, 'WORKER_DIED'), ('TEXT', 'update-text', 'PENDING', null, null, 'HTTP_503'),
      ('MAIL', 'invitation', 'WITHDRAWN', null, null, 'GIVEN_UP'), ('PUSH', 'update-push', 'SENT', now(), null, null)
    ) as one (channel, template, state, sent, bounced, error)`;

let stage: Stage, flood: string, asking: string, rule: string, link: string, gap: string, list: string;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  await stage.has('Coordination', 'MUNICIPAL_COORDINATOR', bonnePage);
  const supervisor = await stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const partner = await stage.hub.as('PARTNER_EDITOR', pain);
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  const name = { fr: 'Crue des Mille Îles', en: 'Mille Îles flood' };
  const areas = [{ territory: 'laval', phase: 'ALERT' }];
  flood = (await supervisor.ask(opening, { input: { name, nature: 'FLOOD', areas } })).openCrisis.crisis.id;
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  const note = { fr: 'Sur rendez-vous seulement', en: 'By appointment only' };
  const capacity = { available: 12, total: 40, unit: { fr: 'paniers', en: 'baskets' } };
  await partner.ask(reporting, { input: { serviceId: kitchen, state: 'LIMITED', note, capacity, changes: ['HOURS', 'QUANTITY'] } });
  const doubting = 'mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) { __typename } }';
  await supervisor.ask(doubting, { input: { serviceId: kitchen, says: 'SUSPENDED', note: { fr: 'Porte close' } } });
  const planning = 'mutation ($input: PlanCampaignInput!) { planCampaign(input: $input) { ... on CampaignPlanned { campaign { id } } } }';
  const text = { fr: 'Êtes-vous ouverts?', en: 'Are you open?' };
  const plan = { name: text, subject: text, message: text, filter: {}, dueAt: new Date(Date.now() + 86_400_000) };
  asking = (await (await stage.hub.as('RESEARCHER', bonnePage)).ask(planning, { input: plan })).planCampaign.campaign.id;
  const ruling = 'mutation ($input: SetOutreachRuleInput!) { setOutreachRule(input: $input) { ... on OutreachRuleSet { rule { id } } } }';
  const { dueAt: _, ...asked } = plan;
  const weekly = { ...asked, kind: 'WEEKLY', byday: ['MO', 'TH'], atTime: '09:00', phases: ['RESPONSE'], dueAfterHours: 24 };
  rule = (await supervisor.ask(ruling, { input: weekly })).setOutreachRule.rule.id;
  const { token, campaignId } = await request(stage.hub, { facts: ['HOURS', 'PHONE'], question: 'Que vous manque-t-il?' });
  link = token;
  await stage.hub.db.query('update outreach.campaign set rule_id = $1 where id = $2', [rule, campaignId]);
  await stage.hub.db.query(leaving, [pain, campaignId]);
  const { flag, act } = gapsOn({ hub: stage.hub, sibling: stage.hub });
  for (const [kind, neighbourhood] of [
    ['TAXI', 'auteuil'],
    ['MASKS', 'vimont'],
    ['FOOD_AID', 'chomedey'],
  ] as const) {
    ({ id: gap } = await flag({ kind, neighbourhood }, { caller: { ageGroup: 'AGE_75_PLUS' } }));
    if (kind === 'MASKS') await act('acknowledgeGap', { gapId: gap, note: 'Vu.' });
  }
  await act('assignGap', { gapId: gap, organizationId: pain, note: 'Pouvez-vous?' });
  const claiming = 'mutation ($input: ClaimMembershipInput!) { claimMembership(input: $input) { __typename } }';
  await (await stage.hub.as()).ask(claiming, { input: { organizationId: pain, email: 'omar@pain.test', displayName: 'Omar Diallo' } });
  await stage.hub.db.query('update identity.claim set confirmed_at = asked_at');
  const { promise, step, round } = personsOn(stage);
  await promise();
  const raised = (await step('raiseEmergency', {}, ['CENTRE_SUPERVISOR', bonnePage])).emergency;
  await step('recordEmergencyStep', { emergencyId: raised.id, step: 'OVER' }, ['CENTRE_SUPERVISOR', bonnePage]); // its band is on no other screen
  const heat = {
    name: 'Canicule',
    givenBy: pain,
    legalBasis: 'Art. 51',
    script: { fr: 'Bonjour, ici le 211.', en: 'Hello, this is 211.' },
  };
  list = (await round('openRound', { ...heat, endsAt: inDays(3) }, ['CENTRE_SUPERVISOR', bonnePage])).round.id;
  await answers(await stage.hub.as(), await hangs(stage.hub));
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

async function lookAt(person: Person, path: string): Promise<void> {
  await person.opens(path);
  await isThere(person);
  const wrong: string[] = [];
  for (const look of looks) {
    await become(person, look);
    const found = await wrongOf(person);
    if (isHeard(look)) found.push(...(await person.faults()));
    wrong.push(...found.map(one => `${named(path, look)} · ${one}`));
  }
  await become(person, looks[0]!);
  expect(wrong).toEqual([]);
}

/** At both hands in the long form; the order of what is reached is the same. */
async function walkOn(person: Person, path: string): Promise<void> {
  const wrong: string[] = [];
  for (const viewport of isLong ? [phone, desk] : [desk]) {
    await person.page.setViewportSize(viewport);
    wrong.push(...(await walks(person, isLong ? 60 : 20)).map(one => `${path} ${viewport.width} · ${one}`));
  }
  expect(wrong).toEqual([]);
}

test.each([
  ['find help', () => '/'],
  ['a service', () => `/services/${kitchen}`],
  ['what a status means', () => '/what-a-status-means'],
  ['sign in', () => '/sign-in'],
  ['the link of a mail', () => '/sign-in/link#nothing'],
  ['an invitation that is over', () => '/invitation#nothing'],
  ['a claim’s mail that is over', () => '/join#nothing'],
  ['the page of a link', () => `/r/${link}`],
  ['what goes on', () => '/crises'],
  ['an event', () => `/crises/${flood}`],
  ['no such page', () => '/nowhere'],
])('%s, for anyone: at every width, in both languages and both schemes, and by Tab', async (_, path) => {
  const she = await stage.somebody();
  await lookAt(she, path());
  if (path() !== '/what-a-status-means') await walkOn(she, path()); // which is only read
});

test('find help as a map', async () => {
  const she = await stage.somebody();
  await she.opens('/');
  await she.page.getByRole('radio', { name: 'Carte' }).check();
  await she.page.getByRole('button', { name: /Chomedey/ }).waitFor();
  expect([await wrongOf(she), await she.faults(), await walks(she, 30)]).toEqual([[], [], []]);
});

test.each([
  ['her services', () => '/my-services'],
  ['the sheet of one', () => `/my-services?change=${kitchen}`],
  ['who she is', () => '/me'],
  ['the posters of hers', () => '/posters'],
  ['the needs proposed to hers', () => '/besoins?organization=mine'],
  ['a need proposed to hers', () => `/besoins/${gap}`],
])('%s, for a partner: at every width, in both languages and both schemes, and by Tab', async (_, path) => {
  const she = await stage.partner();
  await lookAt(she, path());
  await walkOn(she, path());
});

test.each([
  ['the board', 'Supervision', () => '/situation'],
  ['the municipal board', 'Coordination', () => '/situation'],
  ['a new event', 'Coordination', () => '/crises/new'],
  ['an event', 'Coordination', () => `/crises/${flood}`],
  ['who asks to belong', 'Coordination', () => '/memberships'],
  ['campaigns', 'Coordination', () => '/campaigns'],
  ['a new campaign', 'Supervision', () => '/campaigns/new'],
  ['a new recurring campaign', 'Coordination', () => '/campaigns/rules/new'],
  ['a recurring campaign', 'Supervision', () => `/campaigns/rules/${rule}`],
  ['what leaves', 'Supervision', () => '/outgoing'],
  ['what did not arrive', 'Supervision', () => '/outgoing?state=troubled&channel=MAIL'],
  ['who she is', 'Supervision', () => '/me'],
  ['a campaign', 'Supervision', () => `/campaigns/${asking}`],
  ['a municipal campaign', 'Coordination', () => `/campaigns/${asking}`],
  ['whom to call', 'Supervision', () => '/to-reach'],
  ['a call', 'Supervision', () => `/to-reach?call=${pain}`],
  ['whom to call back', 'Supervision', () => '/suivis'],
  ['call rounds', 'Supervision', () => '/tournees'],
  ['a call round', 'Supervision', () => `/tournees/${list}`],
  ['emergencies', 'Supervision', () => '/urgences'],
  ['visit sheets', 'Supervision', () => `/visits?organizations=${pain}`],
  ['the call desk', 'Supervision', () => '/appel'],
  ['her day', 'Supervision', () => '/ma-journee'],
  ['three keys', 'Supervision', () => '/signaler'],
  ['posters', 'Supervision', () => '/posters'],
  ['unmet needs', 'Coordination', () => '/besoins'],
  ['unmet needs in columns', 'Supervision', () => '/besoins?view=columns'],
  ['unmet needs on the map', 'Supervision', () => '/besoins?view=map'],
  ['an unmet need', 'Coordination', () => `/besoins/${gap}`],
  ['a visit typed in', 'Supervision', () => `/visits/${pain}`],
])('%s, for %s: at every width, in both languages and both schemes, and by Tab', async (_, who, path) => {
  const she = await stage.signedIn(who);
  await lookAt(she, path());
  await walkOn(she, path());
});

test('the wall: at every width, in both languages and both schemes', async () => {
  const room = await stage.signedIn('Supervision', { viewport: desk });
  await lookAt(room, '/situation/wall');
  await lookAt(room, '/situation/wall?scheme=light');
});
