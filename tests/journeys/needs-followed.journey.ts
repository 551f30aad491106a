import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { newId } from '#libs/kernel';
import { gapsOn } from '../support/gaps.ts';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const hubs = {} as { hub: TestHub; sibling: TestHub }; // before any of it is used
const { ask, flag, act } = gapsOn(hubs);
beforeAll(async () => {
  hubs.hub = hubs.sibling = await TestHub.start(undefined, { FANAL_PUSH_SERVICES: 'https://push.invalid' }); // which is never there
  await someServices(hubs.hub.db);
});
afterAll(() => hubs.hub?.close());

/** What was put out by now, by its template. */
const told = async (template: string): Promise<number> =>
  (await hubs.hub.db.query('select count(*)::int as n from platform.outgoing where template = $1', [template]))[0].n;
const device = async (role: Role, organization: string): Promise<void> => {
  await ask('{ me { account { email } } }', {}, role, organization); // they are somebody
  await hubs.hub.db.query(
    `insert into identity.push_subscription (id, account_id, endpoint, p256dh, auth, made_at)
     select $1::uuid, account_id, 'https://push.invalid/' || $1::uuid, repeat('x', 87), repeat('x', 22), now() from identity.membership where role = $2 and organization_id = $3`,
    [newId(), role, organization],
  );
};
const settled = (name: string): Promise<void> =>
  until(async () => {
    const [{ behind }] = await hubs.hub.db.query(
      'select (select max(position) from platform.event) > (select position from platform.reaction where name = $1) as behind',
      [name],
    );
    return !behind;
  });
const sentTo = async (serviceId: string, role: Role = 'COUNSELLOR', organization = bonnePage): Promise<Answer> =>
  (
    await ask(
      'query ($id: ID!) { service(id: $id) { sentSince { references estimate asksAgain } } }',
      { id: serviceId },
      role,
      organization,
    )
  ).service?.sentSince;
const say = (serviceId: string, input: object, role: Role = 'RESEARCHER', organization = bonnePage) =>
  ask(
    'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }',
    { input: { serviceId, ...input } },
    role,
    organization,
  );

test('who flagged a gap hears that it was answered, and that it is over; the organization that it is proposed to hears of it', async () => {
  await device('COUNSELLOR', bonnePage);
  await device('PARTNER_EDITOR', pain);
  const { id } = await flag({ kind: 'TAXI', neighbourhood: 'vimont' });
  await act('assignGap', { gapId: id, organizationId: pain });
  await until(async () => (await told('gap-proposed')) === 1);
  await act('addressGap', { gapId: id, serviceId: kitchen });
  await until(async () => (await told('gap-answered')) === 1);
  await act('closeGap', { gapId: id });
  await until(async () => (await told('gap-answered')) === 2);
  const followed = (
    await ask(
      '{ gaps(filter: { followed: true, states: [CLOSED] }) { edges { node { id following addressedBy { id } } } } }',
      {},
      'COUNSELLOR',
    )
  ).gaps;
  expect(followed.edges).toEqual([{ node: { id, following: true, addressedBy: { id: kitchen } } }]);
  await ask('mutation ($id: ID!) { followGap(gapId: $id, following: false) { __typename } }', { id }, 'COUNSELLOR');
  await act('reopenGap', { gapId: id });
  await act('closeGap', { gapId: id });
  await settled('tell-followers-when-a-gap-ends');
  expect(await told('gap-answered')).toBe(2);
});

test('nothing of an exercise leaves the hub', async () => {
  const opened = await ask(`mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }`, {
    input: { name: { fr: 'Exercice' }, nature: 'flood', areas: [{ territory: 'laval', phase: 'RESPONSE' }], exercise: true },
  });
  const before = await told('gap-answered');
  const { id } = await flag(
    { kind: 'TAXI', neighbourhood: 'vimont' },
    { crisisId: opened.openCrisis.crisis.id },
    { references: [library] },
  );
  await act('closeGap', { gapId: id });
  await settled('tell-followers-when-a-gap-ends');
  expect(await told('gap-answered')).toBe(before);
  expect(await sentTo(library)).toMatchObject({ references: 0 });
});

test('three who found nobody there open a check, once; a confidential service takes none', async () => {
  const silent = (serviceId: string) =>
    flag({ kind: 'OTHER', neighbourhood: 'chomedey' }, {}, { unmetReason: 'NO_ANSWER', references: [serviceId] });
  const contradicted = async (): Promise<boolean> =>
    (await ask('query ($id: ID!) { service(id: $id) { status { contradicted } } }', { id: library })).service.status.contradicted;
  await silent(library);
  await silent(library);
  await settled('check-when-nobody-answers');
  expect(await contradicted()).toBe(false);
  await silent(library);
  await until(contradicted);
  await silent(library);
  for (let n = 0; n < 3; n++) await silent(shelter);
  await settled('check-when-nobody-answers');
  const rows = await hubs.hub.db.query('select service_id, made_by from status.contradiction');
  expect(rows).toEqual([{ service_id: library, made_by: 'hub' }]);
  expect((await hubs.hub.db.query('select from platform.reaction where parked_at is not null')).length).toBe(0);
});

test('who was sent since a service last spoke is an estimate: each need once, shared among where it was pointed to', async () => {
  await say(kitchen, { state: 'OPEN', capacity: { available: 4, unit: { fr: 'paniers' } } });
  expect(await sentTo(kitchen)).toEqual({ references: 0, estimate: 0, asksAgain: false });
  const now = new Date().toISOString();
  const times = { startedAt: now, endedAt: now };
  await flag({ kind: 'FOOD_AID', neighbourhood: 'chomedey' }, times, { outcome: 'MET', unmetReason: null, references: [kitchen] }).catch(
    () => null,
  );
  await flag({ kind: 'FOOD_AID', neighbourhood: 'chomedey' }, times, { references: [kitchen, library] });
  expect(await sentTo(kitchen)).toEqual({ references: 2, estimate: 1.5, asksAgain: false });
  await flag({ kind: 'FOOD_AID', neighbourhood: 'chomedey' }, times, { references: [kitchen] });
  await flag({ kind: 'FOOD_AID', neighbourhood: 'chomedey' }, times, { references: [kitchen] });
  expect(await sentTo(kitchen)).toEqual({ references: 4, estimate: 3.5, asksAgain: true });
  await until(async () => (await told('still-true')) === 1);
  await flag({ kind: 'FOOD_AID', neighbourhood: 'chomedey' }, times, { references: [kitchen] });
  await settled('ask-again-when-many-were-sent');
  expect(await told('still-true')).toBe(1); // once for each word
  expect((await sentTo(kitchen, 'PARTNER_EDITOR', pain)).references).toBe(5);
  expect(await sentTo(kitchen, 'PARTNER_EDITOR', bonnePage)).toBeNull();
  expect(await sentTo(kitchen, 'COMMITTEE_MEMBER')).toBeNull();
  await say(kitchen, { state: 'OPEN' });
  expect(await sentTo(kitchen)).toEqual({ references: 0, estimate: 0, asksAgain: false });
});

test('an organization reads what the 211 did for it this week; of another it reads nothing', async () => {
  for (let n = 0; n < 5; n++) await flag({ kind: 'GROCERY_DELIVERY', neighbourhood: 'pont-viau' });
  const week = async (role: Role, organization: string, of = pain) =>
    (
      await ask(
        'query ($id: ID!) { weekOfOrganization(organizationId: $id) { organization { id } references unmet { kind territory { code } requests } } }',
        { id: of },
        role,
        organization,
      )
    ).weekOfOrganization;
  expect(await week('PARTNER_EDITOR', pain)).toEqual({
    organization: { id: pain },
    references: 5,
    unmet: [
      { kind: 'OTHER', territory: { code: 'chomedey' }, requests: 7 }, // those that nobody answered, above
      { kind: 'GROCERY_DELIVERY', territory: { code: 'pont-viau' }, requests: 5 },
    ],
  });
  expect(await week('PARTNER_EDITOR', bonnePage)).toBeNull();
  expect(await week('COUNSELLOR', bonnePage)).toMatchObject({ references: 5 });
});
