import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { ForgetPersons } from '#libs/needs';
import { comeIn, coordinator, counsellor, supervisor, turn, type Who } from '../support/lines.ts';
import { asOwner, inDays, personsOn } from '../support/persons.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { take, TestHub } from '../support/test-hub.ts';

const others: Who = ['CENTRE_SUPERVISOR', pain];
const elsewhere: Who = ['COUNSELLOR', pain];

let hub: TestHub;
const { ask, step, readings } = personsOn({
  get hub() {
    return hub;
  },
});
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await comeIn(hub, [supervisor, counsellor, coordinator, others, elsewhere, ['RESEARCHER', bonnePage], ['PARTNER_EDITOR', pain]]);
});
afterAll(() => hub?.close());

async function pushTo(at: TestHub, who: Who): Promise<void> {
  const { me } = await ask('{ me { account { id } } }', {}, who);
  await asOwner(
    at.databaseUrl,
    `insert into identity.push_subscription (id, account_id, endpoint, p256dh, auth, made_at) values ($1, $1, $2, $3, $4, now())`,
    [me.account.id, `https://push.test.invalid/${me.account.id}`, 'A'.repeat(87), 'A'.repeat(22)],
  );
}

const where = { address: '12, rue Zéphirine, app. 3', number: '450 555-0162' };
const raise = (input: object = where, who: Who = counsellor) => step('raiseEmergency', input, who);
const caller = (emergencyId: string, who: Who = supervisor) =>
  ask('query ($id: ID!) { emergencyCaller(emergencyId: $id) { state address number } }', { id: emergencyId }, who);

test('whoever answers raises it; supervisors of their organization hear it at once, by ids only', async () => {
  const { position: after } = await ask('{ position }');
  const watch = async (who: Who) =>
    (await hub.as(...who)).watch('subscription ($after: Position) { emergencyRaised(after: $after) { emergencyId step } }', { after });
  const watched = take(await watch(supervisor), 1);
  const notTheirs = take(await watch(others), 1, 1_500);
  const { emergency } = await raise();
  expect(emergency).toMatchObject({ overAt: null, steps: [{ step: 'RAISED', byName: 'COUNSELLOR' }] });
  expect(await watched).toEqual([{ emergencyRaised: { emergencyId: emergency.id, step: 'RAISED' } }]);
  expect(await notTheirs).toEqual([]);
  const { emergencies } = await ask('{ emergencies { id raisedByName forgetAt steps { step } } }', {}, supervisor);
  expect(emergencies[0]).toMatchObject({ id: emergency.id, raisedByName: 'COUNSELLOR' });
  expect((await ask('{ emergencies { id } }', {}, others)).emergencies).toEqual([]);
  expect(await ask('{ emergencies { id } }')).toMatchObject({ code: 'FORBIDDEN' });
});

test('a supervisor’s telephone rings at once; it says that there is one, and nothing of whom', async () => {
  await pushTo(hub, supervisor);
  await pushTo(hub, others);
  await raise();
  const rows = await hub.db.query<{ row: string; mine: boolean }[]>(
    `select outgoing::text as row, organization_id = $1 as mine from platform.outgoing join identity.push_subscription device on device.id = outgoing.subject
       join identity.membership using (account_id) where template = 'emergency'`,
    [bonnePage],
  );
  expect(rows).toEqual([{ row: expect.not.stringMatching(/Zéphirine|0162/), mine: true }]);
});

test('where they are is read by the supervisors of where it was raised, and each reading is written down', async () => {
  const { id } = (await raise()).emergency;
  expect(await caller(id)).toEqual({ emergencyCaller: { state: 'READABLE', ...where } });
  expect(await readings('person:read-emergency', id)).toMatchObject([{ actor: expect.stringMatching(/^account:/) }]);
  expect(await caller(id, others)).toEqual({ emergencyCaller: null });
  for (const who of [counsellor, coordinator, ['PARTNER_EDITOR', pain]] as Who[])
    expect(await caller(id, who)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await readings('person:read-emergency', id)).toHaveLength(1);
  expect(await hub.db.query('select * from needs.emergency_caller')).toEqual([]);
});

test('it is raised before anything is known; what is told last of each stands', async () => {
  const { id } = (await raise({})).emergency;
  expect(await caller(id)).toEqual({ emergencyCaller: { state: 'READABLE', address: null, number: null } });
  await step('tellEmergency', { emergencyId: id, address: 'Au parc' });
  await step('tellEmergency', { emergencyId: id, number: where.number });
  expect((await step('tellEmergency', { emergencyId: id, address: where.address })).emergency.steps).toHaveLength(4);
  expect(await caller(id)).toEqual({ emergencyCaller: { state: 'READABLE', ...where } });
});

test('what was done is told, by who raised it and by who supervises, until it is over', async () => {
  const { id } = (await raise()).emergency;
  await step('recordEmergencyStep', { emergencyId: id, step: 'CALLED_911' });
  await step('recordEmergencyStep', { emergencyId: id, step: 'SEEN' }, supervisor);
  expect(await step('recordEmergencyStep', { emergencyId: id, step: 'HANDED_OVER', to: 'NOBODY' })).toMatchObject({
    __typename: 'UnknownCode',
    field: 'to',
  });
  const { emergency } = await step('recordEmergencyStep', { emergencyId: id, step: 'HANDED_OVER', to: '911' });
  expect(emergency.steps.map((one: { step: string; byName: string }) => `${one.step} ${one.byName}`)).toEqual([
    ...['RAISED COUNSELLOR', 'CALLED_911 COUNSELLOR', 'SEEN CENTRE_SUPERVISOR', 'HANDED_OVER COUNSELLOR'],
  ]);
  expect((await step('recordEmergencyStep', { emergencyId: id, step: 'OVER' })).emergency.overAt).toEqual(expect.any(String));
  expect(await step('recordEmergencyStep', { emergencyId: id, step: 'CALLED_911' })).toMatchObject({
    __typename: 'NotToCall',
    code: 'EMERGENCY_OVER',
  });
  expect(await step('tellEmergency', { emergencyId: id, ...where })).toMatchObject({ code: 'EMERGENCY_OVER' });
  expect(await step('recordEmergencyStep', { emergencyId: id, step: 'RAISED' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('another’s emergency is none; who may not raise is told no', async () => {
  const { id } = (await raise()).emergency;
  for (const who of [elsewhere, others, ['RESEARCHER', bonnePage]] as Who[]) {
    expect(await step('recordEmergencyStep', { emergencyId: id, step: 'OVER' }, who)).toMatchObject({ __typename: 'PersonNotFound' });
    expect(await ask('query ($id: ID!) { emergency(id: $id) { id } }', { id }, who)).toEqual({ emergency: null });
  }
  expect(await ask('query ($id: ID!) { emergency(id: $id) { id } }', { id })).toEqual({ emergency: { id } });
  for (const who of [coordinator, ['PARTNER_EDITOR', pain]] as Who[]) expect(await raise(where, who)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await raise(where, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a day later nobody knows where it was, by the clock; what was done stays', async () => {
  const { id } = (await raise()).emergency;
  const now = hub.get(Clock).now;
  turn(hub, inDays(0.99));
  await hub.get(ForgetPersons).forget();
  hub.get(Clock).now = now;
  expect((await caller(id)).emergencyCaller.state).toBe('READABLE');
  turn(hub, inDays(1.01));
  expect(await hub.get(ForgetPersons).forget()).toBeGreaterThan(0);
  hub.get(Clock).now = now;
  expect(await caller(id)).toEqual({ emergencyCaller: { state: 'DESTROYED', address: null, number: null } });
  expect((await ask('query ($id: ID!) { emergency(id: $id) { steps { step } } }', { id })).emergency.steps).toHaveLength(1);
});

test('what is read after its time is destroyed by the reading', async () => {
  const hasty = await TestHub.start(hub, { FANAL_LIMITS: '{"keepEmergenciesHours":0.000001}', FANAL_ROLES: 'hub' });
  const { id } = (await personsOn({ hub: hasty }).step('raiseEmergency', where)).emergency;
  expect(await caller(id)).toEqual({ emergencyCaller: { state: 'DESTROYED', address: null, number: null } });
  const [key] = await hub.db.query(
    'select wrapped from platform.data_key where id = (select data_key_id from needs.emergency where id = $1)',
    [id],
  );
  expect(key.wrapped).toBeNull();
  await hasty.close();
});

test.each([
  ['number', { number: '555-0162' }],
  ['address', { address: 'a'.repeat(501) }],
])('without a right %s nothing is kept', async (field, input) =>
  expect(await raise(input)).toMatchObject({ __typename: 'InvalidPerson', field, message: expect.any(String) }),
);
