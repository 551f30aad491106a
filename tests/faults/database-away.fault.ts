import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { Bell, EventLog } from '#libs/platform';
import { databaseComesBack, databaseCutsOff, databaseGoes } from '../support/database-away.ts';
import { RawSocket } from '../support/raw.ts';
import { kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let partner: TestClient;
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeAll(async () => {
  hub = await TestHub.start(undefined, { LOG_LEVEL: 'fatal', FANAL_LIMITS: JSON.stringify({ executionMs: 2_000 }) });
  await someServices(hub.db);
  partner = await hub.as('PARTNER_EDITOR', pain);
  process.on('unhandledRejection', note);
});
beforeEach(() => until(async () => (await ready()) === 200));
afterAll(async () => {
  process.off('unhandledRejection', note);
  await hub?.close();
});

const ready = async () => (await fetch(`${hub.url}/readyz`)).status;
const alive = async () => (await fetch(`${hub.url}/healthz`)).status;
const reporting =
  'mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { __typename ... on ServiceStatusReported { report { position } } } }';
const report = () => partner.ask(reporting, { id: kitchen });
const hears = (socket: RawSocket, position: string) =>
  socket.heard.some(({ payload }: Answer) => payload?.data?.serviceStatusChanged?.position === position);
const nobody = async (query: string) => (await hub.as()).ask(query);

test('while the database is away every question is answered so, and the hub is alive', async () => {
  const socket = await RawSocket.greeted(hub.url, { token: partner.token });
  socket.ask('live', 'subscription { serviceStatusChanged { position } }');
  await until(async () => hears(socket, (await report()).reportServiceStatus.report.position)); // it is open
  await databaseGoes(hub.databaseUrl);
  const gone = Date.now();
  await until(async () => (await ready()) === 503, 3_000);
  expect(await alive()).toBe(200);
  expect(await nobody('{ region { timeZone } }')).toEqual({
    code: 'UNAVAILABLE',
    message: 'Le service est momentanément indisponible. Rien n’a été enregistré. Réessayez.',
  });
  expect(await report()).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await nobody('{ __typename }')).toEqual({ __typename: 'Query' });
  socket.ask('asked', '{ region { timeZone } }');
  expect((await socket.hears('next', 'asked')).payload.errors[0].extensions.code).toBe('UNAVAILABLE');

  await new Promise(later => setTimeout(later, Math.max(0, 6_000 - (Date.now() - gone)))); // past a measure of the clock and a look at the sockets
  expect(socket.code).toBeUndefined(); // nobody is signed out by an outage
  await databaseComesBack(hub.databaseUrl);
  await until(async () => (await ready()) === 200, 10_000);
  const { reportServiceStatus } = await report();
  await until(() => hears(socket, reportServiceStatus.report.position));
  socket.close();
  expect(unhandled).toEqual([]);
});

test('who waits for a lock too long is answered within the limit, and told that we do not know', async () => {
  const owner = new pg.Client({ connectionString: hub.databaseUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query('lock table status.current in access exclusive mode');
  const began = Date.now();
  const answer = await report();
  expect(Date.now() - began).toBeLessThan(5_000);
  await owner.query('rollback');
  await owner.end();
  expect(answer).toEqual({ code: 'UNAVAILABLE', message: expect.stringContaining('Nous ne savons pas encore') });
  await until(async () => (await report()).reportServiceStatus?.__typename === 'ServiceStatusReported');
});

test('connections that were cut are replaced: who meets one is told so, and the next are answered', async () => {
  await databaseCutsOff(hub.databaseUrl);
  const answers: Answer[] = [];
  await until(async () => {
    answers.push(await nobody('{ position }'));
    return answers.at(-1).position !== undefined;
  }, 5_000);
  for (const answer of answers.slice(0, -1)) expect(answer.code).toBe('UNAVAILABLE');
  await until(async () => (await ready()) === 200, 10_000);
  expect(unhandled).toEqual([]);
});

test('a reading of the log that fails is tried again, though nothing rings any more', async () => {
  const socket = await RawSocket.greeted(hub.url, { token: partner.token });
  socket.ask('live', 'subscription { serviceStatusChanged { position } }');
  await until(async () => hears(socket, (await report()).reportServiceStatus.report.position));

  const bell = hub.get(Bell);
  const query = bell.query.bind(bell);
  let failed = 0;
  bell.query = (sql, values) => (failed++ < 3 ? Promise.reject(new Error('The line broke.')) : query(sql, values));
  const { reportServiceStatus } = await report();
  await until(() => hears(socket, reportServiceStatus.report.position));
  expect(failed).toBeGreaterThan(3);
  bell.query = query;
  socket.close();
});

test('however busy a hub is, what another one takes is told there', async () => {
  const sibling = await TestHub.start(hub);
  const socket = await RawSocket.greeted(hub.url, { token: partner.token });
  socket.ask('live', 'subscription { serviceStatusChanged { position } }');
  await until(async () => hears(socket, (await report()).reportServiceStatus.report.position));

  const taken = Array.from({ length: 12 }, () => hub.db.createQueryRunner());
  await Promise.all(taken.map(runner => runner.connect()));
  const elsewhere = await sibling.as('PARTNER_EDITOR', pain);
  const { position } = (await elsewhere.ask(reporting, { id: kitchen })).reportServiceStatus.report;
  await until(() => hub.get(EventLog).tail >= position, 5_000);
  await Promise.all(taken.map(runner => runner.release()));
  await until(() => hears(socket, position));
  socket.close();
  await sibling.close();
});
