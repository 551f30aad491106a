import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { EventLog } from '#libs/platform';
import { RawSocket } from '../support/raw.ts';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const json = { 'content-type': 'application/json' };
const post = (at: TestHub, query: string, headers: Record<string, string> = {}) =>
  fetch(`${at.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ query }) });

test.each([
  ['{ categories { code } position }', 'position'],
  ['{ categories { code } ...Last } fragment Last on Query { here: position }', 'here'],
])('the position is read before anything beside it: %s', async query => {
  const order: string[] = [];
  const log = hub.get(EventLog);
  const db = hub.get(DataSource);
  const [head, read] = [log.head.bind(log), db.query.bind(db)];
  log.head = async () => {
    await new Promise(soon => setTimeout(soon, 50));
    order.push('position');
    return head();
  };
  db.query = (sql: string, ...rest: never[]) => {
    if (sql.includes('category')) order.push('categories');
    return read(sql, ...rest) as never;
  };
  try {
    expect((await post(hub, query)).status).toBe(200);
  } finally {
    Object.assign(log, { head });
    Object.assign(db, { query: read });
  }
  expect(order).toEqual(['position', 'categories']);
});

test('measures are for this machine, or for who may read them', async () => {
  const metrics = (headers: Record<string, string> = {}) => fetch(`${hub.url}/metrics`, { headers });
  const text = await (await metrics()).text();
  expect(text).toMatch(/fanal_operations_total\{type="query",transport="http",code="OK"\} \d/);
  expect(text).toContain('process_resident_memory_bytes');
  expect((await metrics({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(403); // through a proxy
  const bearer = async (role: 'ADMINISTRATOR' | 'RESEARCHER') => ({
    'x-forwarded-for': '203.0.113.7',
    authorization: `Bearer ${(await hub.as(role, bonnePage)).token}`,
  });
  expect((await metrics(await bearer('RESEARCHER'))).status).toBe(403);
  expect((await metrics(await bearer('ADMINISTRATOR'))).status).toBe(200);
});

test('tries to sign in are counted by all hubs together, a network of IPv6 as one', async () => {
  const env = { FANAL_TRUST_PROXY: '1', FANAL_LIMITS: JSON.stringify({ signInTriesPerAddressPerHour: 3 }) };
  const [one, other] = [await TestHub.start(hub, env), await TestHub.start(hub, env)];
  const attempt = async (at: TestHub, address: string): Promise<Answer> =>
    (await post(at, 'mutation { signInWithLink(token: "x") { __typename } }', { 'x-forwarded-for': address })).json();
  const codes = [];
  for (const [at, address] of [
    [one, '2001:db8::1'],
    [other, '2001:db8::2'],
    [one, '2001:db8::3'],
    [other, '2001:db8::4'],
    [one, '2001:db8:0:1::1'],
  ] as const) {
    const { errors } = await attempt(at, address);
    codes.push(errors?.[0].extensions.code ?? 'OK');
  }
  expect(codes).toEqual(['OK', 'OK', 'OK', 'TOO_MANY_REQUESTS', 'OK']);
  await Promise.all([one.close(), other.close()]);
});

test('who sends too slowly is not waited for', async () => {
  const hasty = await TestHub.start(hub, { FANAL_LIMITS: JSON.stringify({ requestMs: 1_500, headersMs: 1_000 }) });
  const port = Number(new URL(hasty.url).port);
  const dribble = (text: string) =>
    new Promise<string>(done => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      const more = setInterval(() => socket.writable && socket.write('a'), 200);
      socket.on('data', data => (heard += String(data)));
      socket.on('error', () => undefined);
      socket.once('close', () => {
        clearInterval(more);
        done(heard);
      });
    });
  const began = Date.now();
  const heard = await Promise.all([
    dribble('POST /graphql HTTP/1.1\r\nX-Slow: '),
    dribble('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{'),
  ]);
  expect(Date.now() - began).toBeLessThan(6_000);
  for (const answer of heard) expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
  await hasty.close();
});

test('a hub that ends lets what is under way end, and begins nothing more', async () => {
  const ending = await TestHub.start(hub);
  const partner = await ending.as('PARTNER_EDITOR', pain);
  const owner = new pg.Client({ connectionString: hub.databaseUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query('lock table status.current in access exclusive mode');
  const under = partner.ask(`mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: OPEN }) { __typename } }`);
  await waits(owner);
  const closed = ending.close();
  await new Promise(soon => setTimeout(soon, 200));
  await expect(post(ending, '{ position }').then(response => response.status)).rejects.toThrow();
  await owner.query('rollback');
  await owner.end();
  expect(await under).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
  await closed;
});

async function waits(owner: pg.Client): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    const { rowCount } = await owner.query('select 1 from pg_locks where not granted and relation = $1::regclass', ['status.current']);
    if (rowCount) return;
    await new Promise(soon => setTimeout(soon, 20));
  }
  throw new Error('Nobody came to wait.');
}

test('the language of a socket is the one it asks for, else the account’s', async () => {
  const token = (await hub.as('COUNSELLOR', bonnePage)).token;
  const denied = async (payload: object, headers: Record<string, string> = {}) => {
    const socket = await RawSocket.greeted(hub.url, payload, { headers });
    socket.ask('1', 'mutation { endMembership(input: { membershipId: "x" }) { __typename } }');
    const answer = await socket.hears('next', '1');
    socket.close();
    return answer.payload.errors[0].message;
  };
  expect(await denied({ language: 'en' })).toBe('Sign in to continue.');
  expect(await denied({}, { 'accept-language': 'en' })).toBe('Sign in to continue.');
  expect(await denied({ token }, { 'accept-language': 'en' })).toBe('Votre rôle ne permet pas cette action.');
  expect(await denied({ token, language: 'en' })).toBe('Your role does not allow this.');
});
