import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { Texts, UnitOfWork } from '#libs/platform';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const left: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

/** Whoever sends text messages: keeps what it is told, and answers as asked. */
async function operator(answer: (n: number) => number): Promise<{ url: string; told: Answer[] }> {
  const told: Answer[] = [];
  const server: Server = createServer(async (request, response) => {
    told.push({ ...((await json(request)) as object), token: request.headers.authorization });
    response.writeHead(answer(told.length)).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  left.push(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/texts`, told };
}

async function sending(env: Record<string, string>, to = '450 555-0117') {
  const hub = await TestHub.start(undefined, env);
  left.push(() => hub.close());
  const subject = newId();
  hub.get(Texts).define('a-word', { write: async (_, subjects) => new Map(subjects.map(one => [one, { to, text: 'Bonjour' }])) });
  await hub.get(UnitOfWork).run(tx => hub.get(Texts).put(tx, 'a-word', [subject]));
  const state = async () => (await hub.db.query('select state, tries, last_error from platform.outgoing where subject = $1', [subject]))[0];
  return { hub, state };
}

test('a text message goes to whoever sends them, with its number as E.164; refused for now, again under the same id', async () => {
  const { url, told } = await operator(n => (n === 1 ? 503 : 202));
  const { state } = await sending({
    FANAL_TEXT_URL: url,
    FANAL_TEXT_TOKEN: 'jeton',
    FANAL_LIMITS: JSON.stringify({ outgoingPauseMs: 200 }),
  });
  await until(async () => (await state()).state === 'SENT');
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({ to: '+14505550117', text: 'Bonjour', token: 'Bearer jeton' });
  expect(told[1].id).toBe(told[0].id);
});

test('what is no number is given up at once, and what is refused for ever too', async () => {
  const { url, told } = await operator(() => 422);
  const one = await sending({ FANAL_TEXT_URL: url }, 'poste 12');
  await until(async () => (await one.state()).state === 'DEAD');
  expect(await one.state()).toMatchObject({ last_error: 'NOT_A_TELEPHONE' });
  expect(told).toEqual([]);
  const other = await sending({ FANAL_TEXT_URL: url });
  await until(async () => (await other.state()).state === 'DEAD');
  expect(await other.state()).toMatchObject({ last_error: 'HTTP_422' });
});

test('without a setting they are off', async () => {
  const hub = await TestHub.start();
  left.push(() => hub.close());
  expect(hub.get(Texts).on).toBe(false);
});
