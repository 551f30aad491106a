import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportHsds, OpeningBook } from '#libs/directory';
import { Clock } from '#libs/kernel';
import { DatabaseClock, UnitOfWork } from '#libs/platform';
import { fanal } from '../support/fanal.ts';
import { hsdsServiceId, hsdsTables, writeDatapackage } from '../support/hsds-region.ts';
import { bonnePage, chomedey, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  hub.get(DatabaseClock).onModuleDestroy(); // from here on the clock is the test's: it is not measured any more
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const MONDAY = '2026-03-02';
const at = (instant: string) => hub.get(Clock).adjust(new Date(instant));
const weekdays = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR' };

/** What the source says of one service; the rest of it is as it was. */
async function said(id: string, schedules: object[], more: object = {}) {
  const organization_id = id === kitchen ? pain : bonnePage;
  const service = { id, organization_id, status: 'active', name: 'Un service', schedules, ...more };
  const { problems } = await hub.get(ImportHsds).runOn({ services: [service] }, 'test', { source: 'test' });
  expect(problems).toEqual([]);
}
const schedule = (n: number, rest: object) => ({ id: `schedule ${n}`, opens_at: '09:00', closes_at: '17:00', ...rest });

const asked = `query ($id: ID!, $from: Date, $days: Int, $at: ID) { service(id: $id) { schedules { locationId } hours(from: $from, days: $days, locationId: $at) {
  date rule holiday { fr en } exception { fr } periods { opens closes opensAt closesAt } } } }`;
async function hours(id: string, from: string | null, days = 1, at: string | null = null): Promise<Answer> {
  return (await (await hub.as()).ask(asked, { id, from, days, at })).service.hours;
}
const wordsOf = (days: Answer) =>
  days.map(({ date, periods }: Answer) => [date, ...periods.map(({ opens, closes }: Answer) => `${opens}-${closes}`)].join(' '));
const kept = async (id: string) =>
  (
    await hub.db.query(
      `select to_char(opens_at at time zone 'utc', 'MM-DD HH24:MI') || ' ' || to_char(closes_at at time zone 'utc', 'MM-DD HH24:MI') as period
    from directory_published.opening_period where service_id = $1 order by opens_at`,
      [id],
    )
  ).map(({ period }: Answer) => period);
const changes = async () =>
  (
    await hub.db.query(
      `select payload -> 'serviceIds' as ids from platform.event where kind = 'service-schedules-changed' order by position`,
    )
  ).map(({ ids }: Answer) => ids);

test('a service without hours has none: no row, no day, and no word of them', async () => {
  at('2026-03-02T15:00:00Z');
  await said(kitchen, []);
  expect(await hours(kitchen, MONDAY, 7)).toEqual([]);
  expect(await hub.db.query('select from directory_published.opening where service_id = $1', [kitchen])).toEqual([]);
  expect(await changes()).toEqual([]);
});

test('from what the record says to instants: fifteen days ago to eight weeks ahead, through the night and the change of the clocks', async () => {
  await said(kitchen, [schedule(1, { freq: 'WEEKLY', byday: 'SU', opens_at: '20:00', closes_at: '06:00:00' })]);
  expect(await kept(kitchen)).toEqual(
    [
      ...['02-16', '02-23', '03-02'].map(on => `${on} 01:00 ${on} 11:00`),
      '03-09 00:00 03-09 10:00',
      ...['03-16', '03-23', '03-30', '04-06', '04-13', '04-20', '04-27'].map(on => `${on} 00:00 ${on} 10:00`),
    ].slice(0),
  );
  expect(await changes()).toEqual([[kitchen]]);
  await said(kitchen, [schedule(1, { freq: 'WEEKLY', byday: 'SU', opens_at: '20:00', closes_at: '06:00:00' })]);
  expect(await changes()).toHaveLength(1);
});

test.each([
  ['2026-11-02T00:30:00Z', []],
  ['2026-11-02T01:00:00Z', [kitchen]], // the clocks went back that night
  ['2026-11-02T10:59:59Z', [kitchen]],
  ['2026-11-02T11:00:00Z', []],
  ['2027-03-15T00:00:00Z', [kitchen]],
  ['2027-03-15T10:00:00Z', []],
  ['2025-03-03T05:00:00Z', [kitchen]],
  ['2026-03-01T12:00:00Z', []],
  ['2026-03-02T02:00:00Z', [kitchen]],
])('open at %s, for which no openings are kept or some are', async (openAt, ids) => {
  const answer = await (
    await hub.as()
  ).ask(
    `query ($openAt: DateTime) { services(filter: { openAt: $openAt }) { edges { node { id match { reasons } } } } situation(filter: { openAt: $openAt }) { total } }`,
    { openAt },
  );
  expect([answer.services.edges.map(({ node }: Answer) => node.id), answer.situation.total]).toEqual([ids, ids.length]);
});

test('the worker goes on a day at a time, and calls it no change', async () => {
  const before = await kept(kitchen);
  at('2026-03-11T15:00:00Z');
  await hub.db.query(`select platform.enqueue('roll-openings-on', '{}', 'roll-openings-on', now(), 1)`);
  for (let tries = 0; (await kept(kitchen)).at(-1) === before.at(-1); tries++) {
    if (tries > 200) throw new Error('The worker did not roll on.');
    await new Promise(done => setTimeout(done, 50));
  }
  expect((await kept(kitchen)).slice(0, 1)).toEqual(['03-02 01:00 03-02 11:00']);
  expect((await kept(kitchen)).at(-1)).toBe('05-04 00:00 05-04 10:00');
  expect(await changes()).toHaveLength(1);
  at('2026-03-02T15:00:00Z');
});

test.each([
  ['OPEN', '2026-06-24 09:00-17:00', true],
  ['CLOSED', '2026-06-24', false],
  ['ASK', '2026-06-24', false],
])('on 24 June, a service whose rule is %s', async (rule, day, isOpen) => {
  at('2026-06-20T15:00:00Z');
  await said(kitchen, [schedule(2, weekdays)], { holiday_rule: rule });
  const [feast, next] = await hours(kitchen, '2026-06-24', 2);
  expect(wordsOf([feast, next])).toEqual([day, '2026-06-25 09:00-17:00']);
  expect(feast).toMatchObject({ rule, holiday: { fr: 'Fête nationale du Québec' } });
  expect(next).toMatchObject({ rule: null, holiday: null });
  expect((await hours(kitchen, '2026-07-01'))[0]).toMatchObject({ rule, holiday: { en: 'Canada Day' }, periods: isOpen ? [{}] : [] });
  const open = await hub.db.query(
    `select from directory_published.opening where service_id = $1 and open_during @> timestamptz '2026-06-24T16:00Z'`,
    [kitchen],
  );
  expect(open).toHaveLength(isOpen ? 1 : 0);
});

test('an exception closes, whatever the rest says; the second Tuesday of the month; both said again in the record', async () => {
  at('2026-03-02T15:00:00Z');
  await said(kitchen, [
    schedule(3, { freq: 'MONTHLY', byday: '2TU', opens_at: '13:00', closes_at: '15:30' }),
    { id: 'closed', exception: true, valid_from: '2026-04-14', valid_to: '2026-04-14', description: 'Fermé pour l’inventaire' },
  ]);
  expect(wordsOf(await hours(kitchen, MONDAY, 62)).filter((day: string) => day.length > 10)).toEqual(['2026-03-10 13:00-15:30']);
  expect((await hours(kitchen, '2026-04-14'))[0]).toMatchObject({ periods: [], exception: { fr: 'Fermé pour l’inventaire' } });
  expect(await kept(kitchen)).toEqual(['03-10 17:00 03-10 19:30']);
  const record = `{ service(id: "${kitchen}") { schedules { exception freq byday validFrom opensAt closesAt description { fr } } } }`;
  expect((await (await hub.as()).ask(record)).service.schedules).toEqual([
    { exception: false, freq: 'MONTHLY', byday: ['2TU'], validFrom: null, opensAt: '13:00', closesAt: '15:30', description: null },
    {
      exception: true,
      freq: null,
      byday: [],
      validFrom: '2026-04-14',
      opensAt: null,
      closesAt: null,
      description: { fr: 'Fermé pour l’inventaire' },
    },
  ]);
});

test('each place has its hours, and the service is open where one of them is', async () => {
  await hub.db.query('delete from directory.schedule');
  await hub.db.query(
    `insert into directory.schedule (id, location_id, freq, byday, opens_at, closes_at) values
      (gen_random_uuid(), $1, 'WEEKLY', '{MO}', '09:00', '12:00'), (gen_random_uuid(), $2, 'WEEKLY', '{MO}', '11:00', '15:00')`,
    [chomedey, pontViau],
  );
  await hub.get(UnitOfWork).run(tx => hub.get(OpeningBook).recountAt(tx, [chomedey, pontViau]));
  expect(wordsOf(await hours(kitchen, MONDAY))).toEqual([`${MONDAY} 09:00-15:00`]);
  expect(wordsOf(await hours(kitchen, MONDAY, 1, pontViau))).toEqual([`${MONDAY} 11:00-15:00`]);
  expect(await hours(kitchen, MONDAY, 1, library)).toEqual([]);
  const places = await hub.db.query(`select location_id from directory_published.opening_at_location where service_id = $1 order by 1`, [
    kitchen,
  ]);
  expect(places).toEqual([{ location_id: chomedey }, { location_id: pontViau }]);
});

test('the hours of a confidential service are told to those who may read it, by whatever way they come', async () => {
  await hub.db.query(
    `insert into directory.schedule (id, service_id, opens_at, closes_at) values (gen_random_uuid(), $1, '00:00', '00:00')`,
    [shelter],
  );
  await hub.get(UnitOfWork).run(tx => hub.get(OpeningBook).recount(tx, [shelter]));
  const researcher = await hub.as('RESEARCHER', bonnePage);
  await researcher.ask(`mutation { reportServiceStatus(input: { serviceId: "${shelter}", state: OPEN }) { __typename } }`);
  const record = `{ service(id: "${shelter}") { schedules { id } hours(days: 1) { date } } }`;
  expect((await researcher.ask(record)).service).toMatchObject({ schedules: [{}], hours: [{}] });
  expect((await (await hub.as()).ask(record)).service).toBeNull();
  const events = await (await hub.as()).ask('{ changes(first: 500) { edges { node { kind } } } }');
  expect(JSON.stringify(events)).not.toContain('service-schedules-changed');
});

test.each([0, 63, -1])('%s days are refused', async days => {
  expect(await (await hub.as()).ask(asked, { id: kitchen, days })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a datapackage gives schedules: the good ones go in, the others are listed with line, column and reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'schedules-'));
  const good = { id: 's1', service_id: hsdsServiceId(0), freq: 'WEEKLY', byday: 'MO,WE', opens_at: '9:00', closes_at: '17:00:00' };
  const bad: [change: object, column: string, reason: string][] = [
    [{ opens_at: '25:00' }, 'opens_at', 'n’est pas une heure locale'],
    [{ opens_at: '09:00Z' }, 'opens_at', 'n’est pas une heure locale'],
    [{ closes_at: '' }, 'closes_at', 'Il manque une valeur obligatoire.'],
    [{ byday: 'LUNDI' }, 'byday', 'n’a pas la forme attendue'],
    [{ byday: '' }, 'byday', 'Il manque une valeur obligatoire.'],
    [{ freq: 'DAILY' }, 'freq', 'n’est pas une valeur permise'],
    [{ interval: 'deux' }, 'interval', 'n’est pas un nombre'],
    [{ valid_from: '2026-02-30' }, 'valid_from', 'n’est pas une date'],
    [{ valid_from: '2026-03-02', valid_to: '2026-03-01' }, 'valid_to', 'avant la précédente'],
    [{ count: '5' }, 'count', 'n’est pas comprise'],
    [{ exception: 'oui' }, 'valid_from', 'Il manque une valeur obligatoire.'],
    [{ service_id: 'nowhere' }, 'service_id', 'Aucune fiche'],
    [{ service_id: '' }, 'service_id', 'Il manque une valeur obligatoire.'],
  ];
  const empty = { interval: '', valid_from: '', valid_to: '', count: '', exception: '' };
  const schedules = [good, ...bad.map(([change], n) => ({ ...good, id: `bad ${n}`, ...change }))].map(row => ({ ...empty, ...row }));
  await writeDatapackage(folder, { ...hsdsTables(2), schedules });
  const { code, out, err } = await fanal(hub.databaseUrl, 'import', 'hsds', folder);
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(out.replaceAll('\u00a0', ' ')).toContain('Horaires : 1 créés');
  for (const [n, [, column, reason]] of bad.entries())
    expect(err.split('\n').find(line => line.startsWith(`schedules.csv:${n + 3} `) && line.includes(reason))).toContain(`  ${column}  `);
  expect(wordsOf(await hours(hsdsServiceId(0), MONDAY, 3))).toEqual([`${MONDAY} 09:00-17:00`, '2026-03-03', '2026-03-04 09:00-17:00']);
});

test('when it opens next is said while it is closed', async () => {
  const opensAt = async () => (await (await hub.as()).ask(`{ service(id: "${library}") { opensAt } }`)).service.opensAt;
  at('2026-03-02T15:00:00Z');
  await said(library, [schedule(1, weekdays)]);
  expect(await opensAt()).toBeNull();
  at('2026-03-06T22:00:00Z'); // on Friday, when it closes; the clocks go forward on Sunday
  expect(await opensAt()).toBe('2026-03-09T13:00:00.000Z');
  await said(library, []);
  expect(await opensAt()).toBeNull();
});
