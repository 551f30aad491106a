import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddMembership, CreateAccount, CreateToken, type Role } from '#libs/identity';
import { RawSocket } from '../support/raw.ts';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await hub.db.query('select 1');
});
afterAll(() => hub?.close());

let count = 0;
/** Somebody new, who holds these roles. */
async function person(...held: [Role, string][]): Promise<{ email: string; accountId: string; membershipIds: string[]; token: string }> {
  const email = `person-${(count += 1)}@test.invalid`;
  const { accountId } = await hub.get(CreateAccount).run({ email, displayName: `Personne ${count}`, language: 'fr', demo: true });
  const membershipIds: string[] = [];
  for (const [role, organizationId] of held) {
    const { membershipId } = await hub.get(AddMembership).run({ accountId, organizationId, role, territories: ['chomedey'] });
    membershipIds.push(membershipId);
  }
  const { token } = await hub.get(CreateToken).run({ email, name: 'essai', ttlMs: 3_600_000 });
  return { email, accountId, membershipIds, token };
}

type Asking = { cookie?: string; token?: string; account?: string; at?: TestHub };
async function ask(query: string, variables: object = {}, { cookie, token, account, at = hub }: Asking = {}) {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(cookie && { cookie }),
      ...(account && { 'fanal-account': account }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  return {
    data,
    code: errors?.[0].extensions.code as string | undefined,
    message: errors?.[0].message,
    cookies: response.headers.getSetCookie(),
  };
}

const signingIn =
  'mutation ($email: String!) { signInToDemo(email: $email) { __typename ... on SignedIn { me { account { email } permissions } } ... on Refusal { code field } } }';
async function signIn(email: string, asking: Asking = {}): Promise<string> {
  const { cookies } = await ask(signingIn, { email }, asking);
  return cookies[0]!.split(';')[0]!;
}
const whoami = async (asking: Asking) => (await ask('{ me { account { email } } }', {}, asking)).data?.me?.account.email ?? null;
const reporting = 'mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { __typename } }';

test('a visitor of the demonstration is somebody by one click, and sees what that allows', async () => {
  const { email } = await person(['PARTNER_EDITOR', pain], ['RESEARCHER', bonnePage]);
  const offered = (await ask('{ demoAccounts { email displayName roles organizations { fr } } }')).data.demoAccounts;
  expect(offered).toContainEqual({
    email,
    displayName: 'Personne 1',
    roles: ['PARTNER_EDITOR', 'RESEARCHER'],
    organizations: expect.arrayContaining([{ fr: 'Le Pain partagé' }]),
  });

  const { data, cookies } = await ask(signingIn, { email: email.toUpperCase() });
  expect(data.signInToDemo).toMatchObject({ __typename: 'SignedIn', me: { account: { email } } });
  expect(cookies).toEqual([expect.stringMatching(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);

  const me = await ask(
    '{ me { account { email language } memberships { role organization { name { fr } } territories { code } } permissions } }',
    {},
    { cookie: cookies[0]!.split(';')[0]! },
  );
  expect(me.data.me).toEqual({
    account: { email, language: 'fr' },
    memberships: [
      { role: 'PARTNER_EDITOR', organization: { name: { fr: 'Le Pain partagé' } }, territories: [{ code: 'chomedey' }] },
      { role: 'RESEARCHER', organization: { name: { fr: 'La Bonne Page' } }, territories: [{ code: 'chomedey' }] },
    ],
    permissions: expect.arrayContaining(['service:read', 'status:report']),
  });
  expect(me.data.me.permissions).not.toContain('membership:end');
});

test('nobody is offered, and nobody may come in by a click, outside a demonstration', async () => {
  const { email } = await person(['PARTNER_EDITOR', pain]);
  const real = await TestHub.start(hub, { FANAL_DEMO: '0', FANAL_KEYS: 'k'.repeat(32) });
  expect((await ask('{ demoAccounts { email } }', {}, { at: real })).data.demoAccounts).toEqual([]);
  const { data, cookies } = await ask(signingIn, { email }, { at: real });
  expect([data.signInToDemo, cookies]).toEqual([{ __typename: 'DemoNotOffered', code: 'DEMO_NOT_OFFERED', field: 'email' }, []]);

  const session = { cookie: (await ask(signingIn, { email })).cookies[0]!.split(';')[0]! };
  expect((await ask('{ me { account { email } } }', {}, session)).data.me.account.email).toBe(email);
  expect((await ask('{ me { account { email } } }', {}, { ...session, at: real })).data.me).toBeNull(); // nor with what a click once gave
  await real.close();
});

test('an account that is no demonstration is never offered', async () => {
  await hub.get(CreateAccount).run({ email: 'real@test.invalid', displayName: 'Réelle', language: 'fr' });
  for (const email of ['real@test.invalid', 'nobody@test.invalid', 'no address'])
    expect((await ask(signingIn, { email })).data.signInToDemo.__typename).toBe('DemoNotOffered');
});

test('over https the cookie is for https and this host alone', async () => {
  const { email } = await person();
  const https = await TestHub.start(hub, { FANAL_PUBLIC_URL: 'https://fanal.example' });
  const { cookies } = await ask(signingIn, { email }, { at: https });
  expect(cookies[0]).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await fetch(https.url)).headers.get('strict-transport-security')).toContain('max-age');
  await https.close();
});

test('signing in again is a new secret, and the old one is worth nothing', async () => {
  const { email } = await person();
  const first = await signIn(email);
  const second = await signIn(email, { cookie: first });
  expect(second).not.toBe(first);
  expect(await whoami({ cookie: second })).toBe(email);
  expect(await whoami({ cookie: first })).toBeNull();
});

test('who signs out is nobody again; everywhere means every device and token', async () => {
  const { email, token } = await person();
  const [phone, desk] = [await signIn(email), await signIn(email)];
  const { cookies } = await ask('mutation { signOut }', {}, { cookie: phone });
  expect(cookies[0]).toMatch(/^sid=; Max-Age=0/);
  expect([await whoami({ cookie: phone }), await whoami({ cookie: desk })]).toEqual([null, email]);
  await ask('mutation { signOutEverywhere }', {}, { cookie: desk });
  expect(await whoami({ cookie: desk })).toBeNull();
  expect((await ask('{ position }', {}, { token })).code).toBe('UNAUTHENTICATED');
});

test('a token that has ended is refused, not taken for nobody; an empty one is none', async () => {
  expect(await ask('{ position }', {}, { token: 'never-made' })).toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'Ouvrez une session pour continuer.',
  });
  expect((await ask('{ position }', {}, { token: '' })).data.position).toEqual(expect.any(String));
  expect((await ask('{ position }', {}, { cookie: 'sid=never-made' })).data.position).toEqual(expect.any(String));
});

test('a session of who may read about people is a short one', async () => {
  const [worker, partner] = [await person(['CASE_WORKER', pain]), await person(['PARTNER_EDITOR', pain])];
  const cookies = await Promise.all([worker, partner].map(({ email }) => signIn(email)));
  const later = async (minutes: number) => {
    const hubThen = await TestHub.start(hub, { FANAL_CLOCK_OFFSET: String(minutes * 60_000) });
    const known = [];
    for (const cookie of cookies) known.push((await whoami({ cookie, at: hubThen })) !== null);
    await hubThen.close();
    return known;
  };
  expect(await later(29)).toEqual([true, true]); // and both are seen there
  expect(await later(29 + 31)).toEqual([false, true]);
  expect(await later(60 + 12 * 60 + 1)).toEqual([false, false]);
});

test('two who ask at once through one hub are not taken for each other', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => person(['PARTNER_EDITOR', pain])));
  const answers = await Promise.all(
    people.flatMap(({ email, token }) => Array.from({ length: 5 }, async () => [email, await whoami({ token })])),
  );
  for (const [email, known] of answers) expect(known).toBe(email);
});

const live = 'subscription { serviceStatusChanged(filter: { services: ["' + kitchen + '"] }) { position } }';

test('a session that ends closes its socket within five seconds', async () => {
  const { email, token } = await person(['PARTNER_EDITOR', pain]);
  const cookie = await signIn(email);
  const byCookie = await RawSocket.greeted(hub.url, {}, { headers: { cookie }, origin: hub.url });
  const byToken = await RawSocket.greeted(hub.url, { token });
  byCookie.ask('me', '{ me { account { email } } }');
  expect((await byCookie.hears('next', 'me')).payload.data.me.account.email).toBe(email);
  const began = Date.now();
  await ask('mutation { signOutEverywhere }', {}, { token });
  expect(await Promise.all([byCookie.closed(), byToken.closed()])).toEqual([4403, 4403]);
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('a membership that ends closes the socket of who is left with nothing', async () => {
  const { token, membershipIds } = await person(['PARTNER_EDITOR', pain]);
  const socket = await RawSocket.greeted(hub.url, { token });
  socket.ask('live', live);
  await end(membershipIds[0]!);
  expect(await socket.closed()).toBe(4403);
});

test('and narrows that of who keeps another', async () => {
  const { token, membershipIds } = await person(['RESEARCHER', bonnePage], ['COMMITTEE_MEMBER', bonnePage]);
  const socket = await RawSocket.greeted(hub.url, { token });
  socket.ask('before', reporting, { id: kitchen });
  expect((await socket.hears('next', 'before')).payload.data.reportServiceStatus.__typename).toBe('ServiceStatusReported');
  await end(membershipIds[0]!);
  for (let n = 0, code = ''; code !== 'FORBIDDEN'; n += 1) {
    expect(n).toBeLessThan(50);
    socket.ask(`after${n}`, reporting, { id: kitchen });
    code = (await socket.hears('next', `after${n}`)).payload.errors?.[0].extensions.code;
    await new Promise(soon => setTimeout(soon, 100));
  }
  expect((await ask(reporting, { id: kitchen }, { token })).code).toBe('FORBIDDEN');
  socket.close();
});

const ending =
  'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { __typename ... on MembershipEnded { membershipId } ... on Refusal { code field } } }';
async function end(membershipId: string, who: [Role, string] = ['ADMINISTRATOR', bonnePage], idempotencyKey?: string): Promise<Answer> {
  return (await (await hub.as(...who)).ask(ending, { input: { membershipId, idempotencyKey } })).endMembership;
}

test('ending is done once, by who may, and written down', async () => {
  const { membershipIds } = await person(['PARTNER_EDITOR', pain]);
  const [membershipId] = membershipIds as [string];
  const notFound = { __typename: 'MembershipNotFound', code: 'MEMBERSHIP_NOT_FOUND', field: 'membershipId' };
  expect(await end(membershipId, ['CENTRE_SUPERVISOR', bonnePage])).toEqual(notFound); // of another organization
  expect(await end('nonsense')).toEqual(notFound);
  expect(await end('00000000-0000-7000-8000-999999999999')).toEqual(notFound);
  const answers = [await end(membershipId, undefined, 'once'), await end(membershipId, undefined, 'once'), await end(membershipId)];
  for (const answer of answers) expect(answer).toEqual({ __typename: 'MembershipEnded', membershipId });
  const entries = await hub.db.query(`select act, facts from platform.audit_entry where subject = $1 and act <> 'membership:add'`, [
    membershipId,
  ]);
  expect(entries).toEqual([{ act: 'membership:end', facts: { organizationId: pain, role: 'PARTNER_EDITOR' } }]);
});

test('of two endings at once, the last leaves nothing behind', async () => {
  const { membershipIds, token } = await person(['PARTNER_EDITOR', pain], ['COMMITTEE_MEMBER', bonnePage]);
  await Promise.all(membershipIds.map(id => end(id)));
  expect((await ask('{ position }', {}, { token })).code).toBe('UNAUTHENTICATED');
});

test('an account is made once, with a possible address; a role is given where the organization and the territories exist', async () => {
  const { email, accountId } = await person(['PARTNER_EDITOR', pain]);
  const make = (address: string) => hub.get(CreateAccount).run({ email: address, displayName: 'X', language: 'en' });
  await expect(make(email.toUpperCase())).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  await expect(make('no address')).rejects.toMatchObject({ code: 'EMAIL_NOT_VALID' });
  const give = (more: object) =>
    hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'RESEARCHER', territories: [], ...more });
  await expect(give({ organizationId: 'nonsense' })).rejects.toMatchObject({ code: 'ORGANIZATION_NOT_FOUND' });
  await expect(give({ territories: ['atlantis'] })).rejects.toMatchObject({ code: 'TERRITORY_NOT_FOUND', params: { code: 'atlantis' } });
  await expect(give({ role: 'PARTNER_EDITOR' })).rejects.toMatchObject({ code: 'MEMBERSHIP_HELD' });
  await expect(hub.get(CreateToken).run({ email: 'nobody@test.invalid', name: 'x', ttlMs: 1 })).rejects.toMatchObject({
    code: 'ACCOUNT_NOT_FOUND',
  });
});

test('asking for a link answers the same for all, and what was never sent is not valid', async () => {
  for (const email of ['nobody@test.invalid', 'real@test.invalid'])
    expect((await ask('mutation ($email: String!) { requestSignInLink(email: $email) }', { email })).data).toEqual({
      requestSignInLink: true,
    });
  expect((await ask('mutation { signInWithLink(token: "x") { __typename } }')).data.signInWithLink.__typename).toBe('LinkNotValid');
});

test('what a page says is of one account is not done as another who has signed in since', async () => {
  const one = await person(['PARTNER_EDITOR', pain]);
  const other = await person(['PARTNER_EDITOR', pain]);
  const session = { cookie: (await ask(signingIn, { email: other.email })).cookies[0]!.split(';')[0]! };
  const { data } = await ask('{ me { account { id } } }', {}, session);
  const count = async () => (await hub.db.query('select count(*)::int as n from status.report'))[0].n as number;
  const before = await count();
  const report = (account: string) =>
    ask(`mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: OPEN }) { __typename } }`, {}, { ...session, account });
  expect((await report(one.accountId)).code).toBe('UNAUTHENTICATED');
  expect(await count()).toBe(before);
  expect((await report(data.me.account.id)).data.reportServiceStatus.__typename).toBe('ServiceStatusReported');
});
