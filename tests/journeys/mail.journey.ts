import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { CreateAccount } from '#libs/identity';
import { Mail, UnitOfWork } from '#libs/platform';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const email = 'mireille@test.invalid';
const left: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise(done => probe.close(done));
  return port;
}

/** A mail server as others run it; the first letters may be refused. */
async function mailServer(port: number, options: SMTPServerOptions = {}): Promise<Answer[]> {
  const received: Answer[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData: (stream, _, done) => void simpleParser(stream).then(mail => (received.push(mail), done())),
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  left.push(() => new Promise<void>(done => server.close(() => done())));
  return received;
}

/** A hub that one person may sign in to, who asks to. */
async function asked(
  env: Record<string, string>,
): Promise<{ hub: TestHub; accountId: string; mail: () => Promise<Answer>; lane: () => Promise<Answer> }> {
  const hub = await TestHub.start(undefined, env);
  left.push(() => hub.close());
  const { accountId } = await hub.get(CreateAccount).run({ email, displayName: 'Mireille', language: 'en' });
  const asking = 'mutation ($email: String!) { requestSignInLink(email: $email) }';
  expect(await (await hub.as()).ask(asking, { email })).toEqual({ requestSignInLink: true });
  const one = (table: string) => async () => (await hub.db.query(`select * from platform.${table} where channel = 'MAIL'`))[0];
  return { hub, accountId, mail: one('outgoing'), lane: one('lane') };
}

/** As whoever gets at the database or a copy of it sees it. */
async function everythingKept(url: string): Promise<string> {
  const owner = new pg.Client(url);
  await owner.connect();
  const tables = ['platform.outgoing', 'platform.link', 'graphile_worker._private_jobs'];
  const texts: string[] = [];
  for (const table of tables) {
    const { rows } = await owner.query(`select string_agg(to_jsonb(kept)::text, ' ') as text from ${table} kept`);
    texts.push(rows[0].text);
  }
  await owner.end();
  return texts.join(' ');
}

test('a mail server that is away: the mail leaves once it is back, and neither address nor token is kept meanwhile', async () => {
  const port = await freePort();
  const { hub, mail, lane } = await asked({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await until(async () => (await lane()).failures >= 2);
  expect(await mail()).toMatchObject({ state: 'PENDING', tries: 0, last_error: 'ESOCKET', sent_at: null });
  expect(await everythingKept(hub.databaseUrl)).not.toContain(email);

  const received = await mailServer(port);
  await until(() => received.length === 1, 30_000);
  expect(received[0]).toMatchObject({ subject: 'Sign in to Fanal', text: expect.stringContaining('works once') });
  const [, token] = /\/sign-in\/link#([\w-]{43})$/m.exec(received[0].text)!;
  expect(received[0].html).toContain(`/sign-in/link#${token}"`);
  expect(await everythingKept(hub.databaseUrl)).not.toContain(token);
  await until(async () => (await mail()).state === 'SENT');
  expect(await lane()).toMatchObject({ closed_since: null, failures: 0 });
}, 60_000);

test('a letter that is tried again is known by the same Message-ID', async () => {
  const port = await freePort();
  const ids: (string | undefined)[] = [];
  await mailServer(port, {
    onData: (stream, _, done) =>
      void simpleParser(stream).then(({ messageId }) => done(ids.push(messageId) < 2 ? new Error('not now') : undefined)),
  });
  const { mail } = await asked({ SMTP_URL: `smtp://127.0.0.1:${port}`, FANAL_LIMITS: '{"outgoingPauseMs":50}' });
  await until(async () => (await mail())?.state === 'SENT', 30_000);
  const { id, tries } = await mail();
  expect(tries).toBe(2);
  expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
}, 60_000);

test('a mail server that says nothing does not hold up the end of the hub', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  left.push(() => new Promise(done => silent.close(done)));
  const heard = once(silent, 'connection');
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', note);
  const { hub } = await asked({ SMTP_URL: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, LOG_LEVEL: 'silent' });
  const [socket] = await heard;
  const begun = performance.now();
  await hub.close();
  expect(performance.now() - begun).toBeLessThan(6_000);
  socket.destroy();
  await new Promise(soon => setTimeout(soon, 500));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
}, 60_000);

test('outside the demonstration a mail waits for SMTP_URL and FANAL_PUBLIC_URL, and there is no mailbox', async () => {
  const real = { FANAL_DEMO: '0', FANAL_KEYS: 'k'.repeat(32), LOG_LEVEL: 'silent' };
  const { hub, mail, lane } = await asked(real);
  await until(async () => (await lane()).failures >= 1);
  expect(await lane()).toMatchObject({ last_error: 'SMTP_URL_NOT_SET' });
  expect(await mail()).toMatchObject({ state: 'PENDING', tries: 0 });
  expect((await fetch(`${hub.url}/mailbox.json`)).status).toBe(404);

  const port = await freePort();
  const received = await mailServer(port);
  const set = { SMTP_URL: `smtp://127.0.0.1:${port}`, FANAL_PUBLIC_URL: 'https://fanal.example/' };
  await hub.close();
  const mended = await TestHub.start(hub, { ...real, ...set });
  left.push(() => mended.close());
  await until(() => received.length === 1, 30_000);
  expect(received[0].text).toContain('https://fanal.example/sign-in/link#');
}, 60_000);

test('what was rolled back sends nothing; nor does what nobody may use any more', async () => {
  const { hub, accountId, mail } = await asked({});
  await until(async () => (await mail())?.state === 'SENT');
  const put = (then: () => void) =>
    hub.get(UnitOfWork).run(async tx => {
      await hub.get(Mail).put(tx, 'sign-in', accountId);
      then();
    });
  await expect(
    put(() => {
      throw new Error('after all, no');
    }),
  ).rejects.toThrow('after all, no');
  expect(await hub.db.query('select from platform.outgoing')).toHaveLength(1);

  await hub.db.query('update identity.account set ended_at = clock_timestamp() where id = $1', [accountId]);
  await put(() => undefined);
  await until(async () => (await hub.db.query(`select from platform.outgoing where state = 'PENDING'`)).length === 0);
  expect(await hub.db.query(`select last_error from platform.outgoing where state = 'WITHDRAWN'`)).toEqual([{ last_error: 'NOT_WANTED' }]);
  expect(await (await fetch(`${hub.url}/mailbox.json`)).json()).toHaveLength(1);
});
