import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { CreateAccount } from '#libs/identity';
import { RawSocket } from '../support/raw.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const email = 'mireille@test.invalid';
let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await hub.get(CreateAccount).run({ email, displayName: 'Mireille', language: 'fr' });
});
afterAll(() => hub?.close());

const mails = async (): Promise<Answer[]> => (await fetch(`${hub.url}/mailbox.json`)).json() as Promise<Answer[]>;
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

test('however many are asked for at once, each answer comes soon, and each mail', async () => {
  const before = (await mails()).length;
  const addresses = Array.from({ length: 24 }, (_, n) => `crowd-${n}@test.invalid`);
  for (const address of addresses) await hub.get(CreateAccount).run({ email: address, displayName: 'X', language: 'en' });
  const begun = performance.now();
  for (const answer of await Promise.all(addresses.map(ask))) expect(answer).toEqual({ requestSignInLink: true });
  expect(performance.now() - begun).toBeLessThan(4_000);
  await until(async () => (await mails()).length === before + addresses.length);
});

test('what is done for a known address alone is not waited for', async () => {
  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  await owner.query('begin');
  await owner.query('lock table platform.outgoing in access exclusive mode');
  const begun = performance.now();
  expect(await ask('crowd-1@test.invalid')).toEqual({ requestSignInLink: true });
  expect(performance.now() - begun).toBeLessThan(1_500);
  const before = (await mails()).length;
  await owner.query('rollback');
  await owner.end();
  await until(async () => (await mails()).length === before + 1);
});

const askedFor = async (address: string): Promise<number> =>
  (await hub.db.query('select from platform.outgoing where subject in (select id from identity.account where email = $1)', [address]))
    .length;

test('who asks too often, for one account or from one place, is answered the same and sent nothing more', async () => {
  for (let n = 0; n < 7; n += 1) expect(await ask('crowd-2@test.invalid')).toEqual({ requestSignInLink: true });
  expect(await askedFor('crowd-2@test.invalid')).toBe(5);

  const strict = JSON.stringify({ signInLinksPerAddressPerHour: 1, loopbackFactor: 1 });
  const sibling = await TestHub.start(hub, { FANAL_LIMITS: strict });
  for (const address of ['crowd-3@test.invalid', 'crowd-4@test.invalid'])
    expect(await (await sibling.as()).ask(asking, { email: address })).toEqual({ requestSignInLink: true });
  expect([await askedFor('crowd-3@test.invalid'), await askedFor('crowd-4@test.invalid')]).toEqual([2, 1]);
  await sibling.close();
});

test('over a socket no session can begin, and the link stays good', async () => {
  const token = await link();
  const socket = await RawSocket.greeted(hub.url);
  for (const each of [token, 'nonsense']) {
    socket.ask(each, entering, { token: each });
    expect((await socket.hears('next', each)).payload.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  }
  socket.close();
  expect((await post(entering, { token })).data.signInWithLink.__typename).toBe('SignedIn');
});

test('two who use a link at once: one gets in', async () => {
  await hub.db.query('delete from platform.rate_limit');
  const token = await link();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(entering, { token })));
  expect(answers.filter(({ data }) => data.signInWithLink.__typename === 'SignedIn')).toHaveLength(1);
});

test('the mailbox is for this machine: not for what a proxy on it passes on', async () => {
  expect((await fetch(`${hub.url}/mailbox`)).status).toBe(200);
  for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { forwarded: 'for=127.0.0.1' }])
    for (const path of ['mailbox', 'mailbox.json']) expect((await fetch(`${hub.url}/${path}`, { headers })).status).toBe(404);
});
