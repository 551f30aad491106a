import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../tools/postgres.mjs';
import { Checkout } from './checkout.ts';

const MAIN = 'apps/hub/main.ts';
const POSTGRES = 'postgres -D';
const PATIENCE = 60_000;

let checkout: Checkout;
let PORT: string;

beforeAll(async () => {
  checkout = new Checkout();
  PORT = String(await freePort());
});

afterAll(() => checkout.working().forEach(({ pid }) => process.kill(pid, 'SIGKILL')));

test('a port that is no number is refused in one line, with nothing written', async () => {
  await expectRefusal({ PORT: 'abc' }, 'PORT doit être un nombre entier de 0 à 65535, et non « abc ».');
  expect(checkout.hasData()).toBe(false);
});

test('a port in use is named, with nothing written', async () => {
  const other = await listening();
  const { port } = other.address() as { port: number }; // it listens on one
  await expectRefusal({ PORT: String(port) }, `Le port ${port} est déjà pris`);
  expect(checkout.hasData()).toBe(false);
  other.close();
});

test('a setting that the hub would refuse stops the start before a database is made', async () => {
  await expectRefusal({ PORT, FANAL_ROLES: 'king' }, 'FANAL_ROLES');
  expect(checkout.hasData()).toBe(false);
});

test('a folder that cannot be written is named in one line', async () => {
  await expectRefusal({ PORT, FANAL_DATA: '/proc/fanal' }, '/proc');
  await expectRefusal({ PORT, FANAL_DATA: join(checkout.folder, 'package.json/data') }, 'package.json');
});

test(
  'it starts, refuses a second start in its folder, and Ctrl-C leaves nothing running',
  async () => {
    checkout.bringScreens();
    const firstSeen = until(ready).then(services);
    const hub = await checkout.started({ PORT });
    expect(await firstSeen).toBeGreaterThan(0);
    expect((await fetch(`http://127.0.0.1:${PORT}/healthz`)).status).toBe(200);
    await expectRefusal({ PORT }, `Fanal tourne déjà depuis ce dossier (processus ${hub.process.pid}).`);

    hub.process.kill('SIGINT');
    expect(await hub.ended).toBe(0);
    expectNothingLeft();
  },
  PATIENCE,
);

test(
  'a killed hub ends the start, which stops the database',
  async () => {
    const hub = await checkout.started({ PORT });
    process.kill(checkout.one(MAIN), 'SIGKILL');
    expect(await hub.ended).toBe(137);
    expectNothingLeft();
  },
  PATIENCE,
);

test(
  'a hub does not outlive a killed start, and the next start takes up the database that did',
  async () => {
    const hub = await checkout.started({ PORT });
    const postgres = checkout.one(POSTGRES);
    hub.process.kill('SIGKILL');
    await hub.ended;

    const next = await checkout.started({ PORT });
    expect(checkout.working().filter(({ command }) => command.includes(MAIN))).toHaveLength(1);
    expect(checkout.one(POSTGRES)).toBe(postgres);
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expectNothingLeft();
  },
  PATIENCE,
);

test(
  'what was acknowledged is there after a kill of everything at once',
  async () => {
    const hub = await checkout.started({ PORT });
    await sql('create table kept (word text)');
    await sql(`insert into kept values ('here')`);
    checkout.working().forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
    await hub.ended;

    const next = await checkout.started({ PORT });
    expect(await sql('select word from kept')).toEqual([{ word: 'here' }]);
    next.process.kill('SIGINT');
    await next.ended;
  },
  PATIENCE,
);

test(
  'a database that dies under a living hub comes back where it was, and the hub with it',
  async () => {
    const hub = await checkout.started({ PORT });
    const url = checkout.databaseUrl();
    process.kill(checkout.one(POSTGRES), 'SIGKILL');
    await until(async () => /redémarre/.test(hub.said()) && existsSync(join(checkout.data, 'db/postmaster.pid')));
    await until(ready);
    expect(checkout.databaseUrl()).toBe(url);
    hub.process.kill('SIGINT');
    expect(await hub.ended).toBe(0);
    expectNothingLeft();
  },
  PATIENCE,
);

const ready = () =>
  fetch(`http://127.0.0.1:${PORT}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function services(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ services(first: 1) { totalCount } }' }),
  });
  const { data } = (await answer.json()) as { data: { services: { totalCount: number } } };
  return data.services.totalCount;
}

async function expectRefusal(settings: Record<string, string>, words: string): Promise<void> {
  const run = checkout.start(settings);
  expect(await run.ended).not.toBe(0);
  expect(run.said()).toContain(words);
  expect(run.said().trim().split('\n')).toHaveLength(1);
}

function expectNothingLeft(): void {
  expect(checkout.working()).toEqual([]);
  expect(existsSync(join(checkout.folder, 'node_modules/.fanal-started'))).toBe(false);
  expect(existsSync(join(checkout.data, 'db/postmaster.pid'))).toBe(false);
}

function listening(): Promise<Server> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  });
}

async function sql(statement: string): Promise<unknown[]> {
  const client = new pg.Client(checkout.databaseUrl());
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await holds().catch(() => false)); await delay(50))
    if (Date.now() > end)
      throw new Error(`not within 30 s; postgres.log: ${readFileSync(join(checkout.data, 'postgres.log'), 'utf8').slice(-500)}`);
}
