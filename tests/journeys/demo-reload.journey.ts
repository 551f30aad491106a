import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CreateToken } from '#libs/identity';
import { verifyAudit } from '#libs/platform';
import { loadDemo } from '../../demo/index.ts';
import { fanal } from '../support/fanal.ts';
import { someServices } from '../support/region.ts';
import { take, TestClient, TestHub, until } from '../support/test-hub.ts';

const reload = 'mutation { reloadDemonstration { __typename ... on Refusal { code message } } }';
const LINE = 'Dit avant le rechargement';
const appOf = (hub: TestHub) => ({ get: (part: never) => hub.get(part) }) as unknown as INestApplicationContext; // all that loading asks of it

let hub: TestHub, others: TestHub, serious: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  others = await TestHub.start();
  serious = await TestHub.start(undefined, { FANAL_DEMO: '0', FANAL_KEYS: 'k'.repeat(32) });
  await loadDemo(appOf(hub), { services: 21 });
  await someServices(others.db);
  await someServices(serious.db);
}, 60_000);
afterAll(() => Promise.all([hub?.close(), others?.close(), serious?.close()]));

const as = async (person: string): Promise<TestClient> => {
  const { token } = await hub.get(CreateToken).run({ email: `${person}@demo.fanal.test`, name: 'test', ttlMs: 600_000 });
  return new TestClient(hub.url, token);
};
const count = async (table: string): Promise<number> => Number((await hub.db.query(`select count(*) from ${table}`))[0].count);
const administers = async (of: TestHub) =>
  of.as('ADMINISTRATOR', (await of.db.query('select id from directory.organization limit 1'))[0].id);

test('anybody is told that it is a demonstration and since when, whatever the settings say; elsewhere that it is none', async () => {
  const asked = '{ demonstration { loadedAt services loading mayReload } }';
  const told = { services: 21, loadedAt: expect.stringMatching(/^20/), loading: false, mayReload: false };
  expect(await (await hub.as()).ask(asked)).toEqual({ demonstration: told });
  expect(await (await as('supervisor')).ask(asked)).toEqual({ demonstration: told });
  expect(await (await as('administrator')).ask(asked)).toEqual({ demonstration: { ...told, mayReload: true } });
  for (const each of [others, serious]) expect(await (await each.as()).ask(asked)).toEqual({ demonstration: null });

  const inEarnest = await TestHub.start(hub, { FANAL_DEMO: '0', FANAL_KEYS: 'k'.repeat(32) });
  const administrator = await administers(inEarnest);
  expect(await administrator.ask(asked)).toEqual({ demonstration: told });
  expect(await administrator.ask(reload, {}, 'en')).toEqual({
    reloadDemonstration: {
      __typename: 'NotADemonstration',
      code: 'NOT_A_DEMONSTRATION',
      message: 'This is not a demonstration (FANAL_DEMO=1): nothing was loaded or erased.',
    },
  });
  await inEarnest.close();
});

test('a partner, a supervisor and a passer-by may not reload it', async () => {
  expect(await (await as('partner')).ask(reload)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await as('supervisor')).ask(reload)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await hub.as()).ask(reload)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('where somebody keeps a directory, and outside a demonstration, nothing is erased, whoever asks', async () => {
  for (const [each, code] of [
    [others, 'DIRECTORY_OF_OTHERS'],
    [serious, 'NOT_A_DEMONSTRATION'],
  ] as const) {
    const { reloadDemonstration } = await (await administers(each)).ask(reload);
    expect(reloadDemonstration).toMatchObject({ __typename: 'NotADemonstration', code });
    expect(await each.db.query('select 1 from directory.service')).toHaveLength(3);
  }
  const { code, err } = await fanal(others.databaseUrl, 'demo', 'reload');
  expect([code, err]).toEqual([1, expect.stringContaining('2 organismes')]);
  expect((await fanal(others.databaseUrl, 'demo', 'load')).code).toBe(1);
});

/** The transaction is lost with what is refused in it. */
const refusedIn = (of: TestHub, ...statements: string[]) =>
  expect(
    of.db.transaction(async manager => {
      for (const statement of statements) await manager.query(statement);
    }),
  ).rejects;

test('the database itself refuses, the owner too: without its mark, with a record of others, and to be marked where there is one', async () => {
  const [owner, wipe] = ['set local role fanal_owner', 'select demo.wipe()'];
  const mark = 'insert into demo.loading (services, begun_at, loaded_at) values (1, now(), now())';
  for (const each of [hub, others]) await refusedIn(each, wipe).toThrow('permission denied');
  await refusedIn(others, owner, wipe).toThrow('this is no demonstration');
  for (const role of ['fanal_app', 'fanal_owner'])
    await refusedIn(others, `set local role ${role}`, mark).toThrow('this is no demonstration');
  for (const table of ['organization', 'service', 'location']) {
    const oneOfOthers = `update directory.${table} set source = 'hsds' where id = (select min(id::text)::uuid from directory.${table})`;
    await refusedIn(hub, owner, oneOfOthers, wipe).toThrow('this is no demonstration');
  }
  expect(await count('directory.service')).toBe(21);
});

test('what the planner knows of the tables is of now', async () => {
  const tables = [
    'directory.organization',
    'directory.service',
    'directory.location',
    'directory.opening',
    'status.report',
    'status.current',
  ];
  for (const table of tables) {
    const [{ reltuples }] = await hub.db.query('select reltuples from pg_class where oid = $1::regclass', [table]);
    expect([table, Math.round(reltuples)]).toEqual([table, await count(table)]);
  }
});

test('an administrator reloads it: what was done to it is gone, who was signed in stays, who listens is told to read anew', async () => {
  const administrator = await as('administrator');
  const [{ id }] = await hub.db.query(`select id from directory.service where name_fr = 'Comptoir alimentaire'`);
  const said = `mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: CLOSED, note: { fr: "${LINE}" } }) { __typename } }`;
  await (await as('partner')).ask(said, { id });
  const planning = 'mutation ($input: PlanCampaignInput!) { planCampaign(input: $input) { __typename } }';
  const asked = {
    ...{ name: { fr: 'Neige' }, subject: { fr: 'Vos services' }, message: { fr: 'Dites-nous.' }, filter: {} },
    dueAt: new Date(Date.now() + 86_400_000),
  };
  expect(await (await as('supervisor')).ask(planning, { input: asked })).toEqual({ planCampaign: { __typename: 'CampaignPlanned' } });
  const claiming = 'mutation ($input: ClaimMembershipInput!) { claimMembership(input: $input) { __typename } }';
  const [{ organizationId }] = await hub.db.query('select organization_id as "organizationId" from directory.service where id = $1', [id]);
  const claim = { organizationId, email: 'rosalie@test.invalid', displayName: 'Rosalie' };
  expect(await (await hub.as()).ask(claiming, { input: claim })).toEqual({ claimMembership: { __typename: 'MembershipClaimed' } });
  const member = await administers(hub); // nobody that the demonstration has invented
  const { position } = await administrator.ask('{ position }');
  const listener = take(
    administrator.watch('subscription ($after: Position) { serviceStatusChanged(after: $after) { position } }', { after: position }),
    1,
    60_000,
  );
  const toldSo = expect(listener).rejects.toMatchObject([{ extensions: { code: 'RESUME_EXPIRED' } }]);

  const begun = Date.now();
  expect(await administrator.ask(reload)).toMatchObject({ reloadDemonstration: { __typename: 'DemonstrationReloading' } });
  const services = async () => (await administrator.ask('{ demonstration { services } }')).demonstration.services;
  await until(async () => (await services()) === 400, 60_000);
  await toldSo;

  expect(await hub.db.query('select 1 from status.report where note_fr = $1', [LINE])).toEqual([]);
  expect(await count('directory.service')).toBe(400);
  // what lines hold of a demonstration began anew with it, once
  expect([await count('lines.roster_entry'), await count('lines.routing_problem'), await count('lines.line')]).toEqual([2, 1, 2]);
  expect([await count('outreach.asked'), await count('outreach.campaign'), await count('identity.claim')]).toEqual([0, 0, 0]);
  const { me } = await administrator.ask('{ me { permissions memberships { role } } }');
  expect(me).toMatchObject({ permissions: expect.arrayContaining(['demonstration:reload']), memberships: [{ role: 'ADMINISTRATOR' }] });
  const reloadable = '{ demonstration { mayReload loading loadedAt } me { memberships { role } } }';
  const { loadedAt } = (await administrator.ask(reloadable)).demonstration;
  expect(Date.parse(loadedAt)).toBeGreaterThan(begun);
  expect(await member.ask(reloadable)).toMatchObject({
    demonstration: { mayReload: true },
    me: { memberships: [{ role: 'ADMINISTRATOR' }] },
  });
  const watched = administrator.watch('subscription ($after: Position) { serviceStatusChanged(after: $after) { position } }', {
    after: position,
  });
  await expect(watched.next()).rejects.toMatchObject([{ extensions: { code: 'RESUME_EXPIRED' } }]);
  expect(
    await hub.db.query(`select 1 from platform.audit_entry where act = 'demonstration:reload' and actor like 'account:%'`),
  ).toHaveLength(1);
});

test('the operator reloads it too, and life goes on: words are told, the trail is sound', async () => {
  const { code, out, err } = await fanal(hub.databaseUrl, 'demo', 'reload');
  expect([code, err, out]).toEqual([0, '', expect.stringContaining('400 services')]);
  const partner = await as('partner');
  const [{ id }] = await hub.db.query(`select id from directory.service where name_fr = 'Comptoir alimentaire'`);
  const { position } = await partner.ask('{ position }');
  const told = take(
    partner.watch('subscription ($after: Position) { serviceStatusChanged(after: $after) { service { id } } }', { after: position }),
    1,
  );
  const said = `mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { __typename } }`;
  expect(await partner.ask(said, { id })).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
  expect(await told).toEqual([{ serviceStatusChanged: { service: { id } } }]);
  expect((await verifyAudit(hub.databaseUrl)).firstBad).toBeNull();
});
