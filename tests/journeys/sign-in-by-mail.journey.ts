import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { CreateAccount } from '#libs/identity';
import { Mail, UnitOfWork } from '#libs/platform';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const email = 'mireille@test.invalid';
let hub: TestHub;
let accountId: string;
beforeAll(async () => {
  hub = await TestHub.start();
  ({ accountId } = await hub.get(CreateAccount).run({ email, displayName: 'Mireille', language: 'fr' }));
});
afterAll(() => hub?.close());

const mails = async (): Promise<Answer[]> => (await fetch(`${hub.url}/mailbox/json`)).json() as Promise<Answer[]>;
const asking = 'mutation ($email: String!) { requestSignInLink(email: $email) }';
const entering =
  'mutation ($token: String!) { signInWithLink(token: $token) { __typename ... on SignedIn { me { account { email } } } ... on Refusal { code } } }';
const ask = async (address: string) => (await hub.as()).ask(asking, { email: address });
const tokenIn = (mail: Answer) => /\/sign-in\/link#([\w-]{43})/.exec(mail.text)![1]!;

async function post(query: string, variables: object, cookie?: string) {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0], ...((await response.json()) as Answer) };
}

/** A link of its own for each story: an account is sent five an hour. */
async function link(): Promise<string> {
  const before = (await mails()).length;
  expect(await ask(email)).toEqual({ requestSignInLink: true });
  await until(async () => (await mails()).length === before + 1);
  return tokenIn((await mails())[0]);
}

test('a link comes by mail in French, lets its reader in once, and never again', async () => {
  const token = await link();
  const [mail] = await mails();
  expect(mail).toMatchObject({
    to: email,
    subject: 'Ouvrir une session dans Fanal',
    text: expect.stringContaining(`${hub.url}/sign-in/link#`),
  });
  const entered = await post(entering, { token });
  expect(entered.data.signInWithLink).toEqual({ __typename: 'SignedIn', me: { account: { email } } });
  expect((await post('{ me { account { email } } }', {}, entered.cookie)).data.me.account.email).toBe(email);
  expect((await post(entering, { token })).data.signInWithLink).toEqual({ __typename: 'LinkNotValid', code: 'LINK_NOT_VALID' });
});

test('one character changed, or a quarter of an hour later, it is not valid: nobody is told which', async () => {
  const token = await link();
  const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect((await post(entering, { token: other })).data.signInWithLink.code).toBe('LINK_NOT_VALID');
  await hub.db.query(`update platform.link set expires_at = now() - interval '1 second'`);
  expect((await post(entering, { token })).data.signInWithLink.code).toBe('LINK_NOT_VALID');
});

test('an unknown address gets the same answer in about the same time, and no mail; so does what is no address', async () => {
  const before = (await mails()).length;
  const times: number[] = [];
  for (const address of ['nobody@test.invalid', 'no address', email]) {
    const begun = performance.now();
    expect(await ask(address)).toEqual({ requestSignInLink: true });
    times.push(performance.now() - begun);
  }
  expect(Math.min(...times)).toBeGreaterThan(190);
  await until(async () => (await mails()).length === before + 1); // the known one's
  expect((await mails()).map(({ to }) => to)).not.toContain('nobody@test.invalid');
});

test('neither the address nor the token is kept with the mail, the queue or the link', async () => {
  const token = await link();
  for (const table of ['platform.mail', 'platform.link', 'graphile_worker.jobs']) {
    const rows = await hub.db
      .query(`select coalesce(jsonb_agg(to_jsonb(kept)), '[]')::text as text from ${table} kept`)
      .catch(() => [{ text: '' }]);
    expect(rows[0].text).not.toContain(token);
    expect(rows[0].text).not.toContain(email);
  }
});

test('what was rolled back sends nothing', async () => {
  const before = (await mails()).length;
  const broken = hub.get(UnitOfWork).run(async tx => {
    await hub.get(Mail).put(tx, 'sign-in', accountId);
    throw new Error('after all, no');
  });
  await expect(broken).rejects.toThrow('after all, no');
  expect(await hub.db.query(`select from platform.mail where state = 'PENDING'`)).toEqual([]);
  expect((await mails()).length).toBe(before);
});

test('a mail server that is away: the answer does not wait, and the mail leaves once it is back', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise(done => probe.close(done));
  const away = await TestHub.start(undefined, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  await away.get(CreateAccount).run({ email, displayName: 'Mireille', language: 'en' });
  expect(await (await away.as()).ask(asking, { email })).toEqual({ requestSignInLink: true });
  await until(async () => (await away.db.query('select tries from platform.mail'))[0]?.tries >= 1);

  const received: Answer[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => void simpleParser(stream).then(mail => (received.push(mail), done())),
  });
  server.listen(port, '127.0.0.1');
  await until(() => received.length === 1, 30_000);
  expect(received[0]).toMatchObject({ subject: 'Sign in to Fanal', text: expect.stringContaining('works once') });
  await until(async () => (await away.db.query('select state from platform.mail'))[0].state === 'SENT');
  await away.close();
  await new Promise<void>(done => server.close(() => done()));
}, 60_000);
