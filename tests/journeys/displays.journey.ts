import { afterAll, beforeAll, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { CreateAccount, type Role } from '#libs/identity';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

/** A browser on a wall: a cookie of its own, and no person. */
class Wall {
  cookie = '';
  attributes = '';

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const set = response.headers.getSetCookie()[0];
    if (set) [this.cookie, this.attributes] = [set.split(';')[0]!, set];
    const { data, errors } = (await response.json()) as Answer;
    return errors ? { code: errors[0].extensions?.code } : data;
  }

  async code(): Promise<{ code: string; proof: string }> {
    return (await this.ask('mutation { requestDisplayCode { code proof endsAt } }')).requestDisplayCode;
  }

  async enter(proof: string): Promise<Answer> {
    const answer = await this.ask(
      'mutation ($proof: String!) { enterAsDisplay(proof: $proof) { ... on DisplayEntered { display { name organization { id } } } ... on Refusal { code } } }',
      { proof },
    );
    return answer.enterAsDisplay;
  }
}

const linking = `mutation ($input: LinkDisplayInput!) { linkDisplay(input: $input) { __typename
  ... on DisplayLinked { display { id name organization { id } linkedByName } } ... on Refusal { code field message } } }`;
const ending =
  'mutation ($input: EndDisplayInput!) { endDisplay(input: $input) { ... on DisplayEnded { displayId } ... on Refusal { code } } }';
const link = async (input: object, role: Role = 'MUNICIPAL_COORDINATOR'): Promise<Answer> => {
  const answer = await (await hub.as(role, bonnePage)).ask(linking, { input: { name: 'Salle de crise', ...input } });
  return answer.linkDisplay ?? answer;
};
async function linked(): Promise<{ wall: Wall; id: string }> {
  const wall = new Wall();
  const { code, proof } = await wall.code();
  const { display } = await link({ code });
  await wall.enter(proof);
  return { wall, id: display.id };
}

test('a screen shows a code; once it was typed, the screen is the organization’s and keeps being it', async () => {
  const wall = new Wall();
  const { code, proof } = await wall.code();
  expect(await wall.enter(proof)).toEqual({ display: null });
  expect(wall.cookie).toBe('');
  expect(await link({ code: code.toLowerCase().replace('-', ' ') })).toMatchObject({
    __typename: 'DisplayLinked',
    display: { name: 'Salle de crise', organization: { id: bonnePage }, linkedByName: 'MUNICIPAL_COORDINATOR' },
  });
  expect(await wall.enter(proof)).toEqual({ display: { name: 'Salle de crise', organization: { id: bonnePage } } });
  expect(wall.attributes).toMatch(/HttpOnly.*/);
  expect(wall.attributes).toMatch(/Max-Age=31536000/); // it is on again by itself after the night's power cut
  expect(await wall.ask('{ display { name } me { account { id } } }')).toEqual({ display: { name: 'Salle de crise' }, me: null });
  expect(await wall.enter(proof)).toEqual({ code: 'DISPLAY_CODE_NOT_VALID' });
  expect(await link({ code })).toMatchObject({ code: 'DISPLAY_CODE_NOT_VALID', field: 'code' });
});

test('it sees the counts, and neither names, nor people, nor what only a person may do', async () => {
  const { wall } = await linked();
  expect(await wall.ask('{ silence { stale neverSaid } situation { total } }')).toMatchObject({ situation: { total: 2 } });
  for (const query of [
    '{ toReach { totalCount } }',
    '{ contradictions { totalCount } }',
    '{ displays { id } }',
    `mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: CLOSED }) { __typename } }`,
    'mutation { linkDisplay(input: { code: "BCDF-GHJK", name: "Autre" }) { __typename } }',
  ])
    expect([query, await wall.ask(query)]).toEqual([query, { code: 'FORBIDDEN' }]);
});

test('who may not manage screens links none; the name, the code and the organization are checked; nothing is lost of a code that was mistyped', async () => {
  const { code } = await new Wall().code();
  expect(await link({ code }, 'COUNSELLOR')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await link({ code, name: ' ' })).toMatchObject({ code: 'DISPLAY_NAME_LENGTH', field: 'name' });
  expect(await link({ code, name: 'x'.repeat(101) })).toMatchObject({ code: 'DISPLAY_NAME_LENGTH', field: 'name' });
  expect(await link({ code, organizationId: pain })).toMatchObject({ code: 'DISPLAY_OF_ANOTHER', field: 'organizationId' });
  for (const wrong of ['', 'BCDF-GHJK', '’; drop table', 'É'.repeat(8)])
    expect(await link({ code: wrong })).toMatchObject({ code: 'DISPLAY_CODE_NOT_VALID' });
  await hub.db.query(`insert into identity.display_code values (sha256('BCDF-BCDF'), sha256('its proof'), now() - interval '1 second')`);
  expect(await link({ code: 'BCDF-BCDF' })).toMatchObject({ code: 'DISPLAY_CODE_NOT_VALID' });
  expect(await new Wall().enter('its proof')).toEqual({ code: 'DISPLAY_CODE_NOT_VALID' });
  const next = await new Wall().code();
  expect((await Promise.all([link({ code: next.code }), link({ code: next.code })])).map(({ __typename }) => __typename).sort()).toEqual([
    'DisplayCodeNotValid',
    'DisplayLinked',
  ]);
});

test('the same tap twice links one; those of others are nobody else’s to see or take off', async () => {
  const { code } = await new Wall().code();
  const input = { code, name: 'Entrée', idempotencyKey: 'tap' };
  expect(await link(input)).toEqual(await link(input));
  const names = async (role: Role, organizationId: string) =>
    (await (await hub.as(role, organizationId)).ask('{ displays { id name } }')).displays as { id: string; name: string }[];
  const own = await names('MUNICIPAL_COORDINATOR', bonnePage);
  expect(own.filter(({ name }) => name === 'Entrée')).toHaveLength(1);
  expect(await names('CENTRE_SUPERVISOR', pain)).toEqual([]);
  expect(await names('ADMINISTRATOR', pain)).toEqual(own);
  const other = await hub.as('CENTRE_SUPERVISOR', pain);
  expect(await other.ask(ending, { input: { displayId: own[0]!.id } })).toEqual({ endDisplay: { code: 'DISPLAY_NOT_FOUND' } });
});

test('taken off, it is told nothing more within five seconds, and has to be linked anew; so it is when it signs out', async () => {
  const { wall, id } = await linked();
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: wall.cookie, origin: hub.url },
  });
  const closed = new Promise<number>(resolve => socket.on('close', code => resolve(code)));
  await new Promise(open => socket.on('open', open));
  socket.send('{"type":"connection_init"}');
  await new Promise(ready => socket.once('message', ready));
  const begun = Date.now();
  expect(await (await hub.as('MUNICIPAL_COORDINATOR', bonnePage)).ask(ending, { input: { displayId: id } })).toEqual({
    endDisplay: { displayId: id },
  });
  expect(await closed).toBe(4403);
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(await wall.ask('{ display { id } }')).toEqual({ display: null });
  expect(await wall.ask('{ silence { stale } }')).toEqual({ code: 'UNAUTHENTICATED' });

  const second = (await linked()).wall;
  const shown = second.cookie;
  await second.ask('mutation { signOut }');
  second.cookie = shown;
  expect(await second.ask('{ display { id } }')).toEqual({ display: null });
});

test('taken off between its code and its coming, it does not come in; dark for a month, it comes back with a code', async () => {
  const late = new Wall();
  const { code, proof } = await late.code();
  const { display } = await link({ code });
  await (await hub.as('MUNICIPAL_COORDINATOR', bonnePage)).ask(ending, { input: { displayId: display.id } });
  expect(await late.enter(proof)).toEqual({ code: 'DISPLAY_CODE_NOT_VALID' });

  const { wall, id } = await linked();
  const dark = async (days: number) => {
    const [again, secret] = [crypto.randomUUID(), crypto.randomUUID()];
    await hub.db.query(
      `insert into identity.display select $1, sha256($2), name, organization_id, linked_by, now() - interval '40 days', now() - make_interval(days => $3)
       from identity.display where id = $4`,
      [again, Buffer.from(secret), days, id],
    );
    wall.cookie = `sid=${secret}`;
    return again;
  };
  const asked = '{ display { id } }';
  const seen = await dark(29);
  expect(await wall.ask(asked)).toEqual({ display: { id: seen } });
  const [{ fresh }] = await hub.db.query(`select last_seen_at > now() - interval '1 minute' as fresh from identity.display where id = $1`, [
    seen,
  ]);
  expect(fresh).toBe(true);
  await dark(31);
  expect(await wall.ask(asked)).toEqual({ display: null });
});

test('a person’s own session does not stay behind on the wall that becomes a screen', async () => {
  const email = 'coordination@demo.fanal.test';
  const { accountId } = await hub.get(CreateAccount).run({ email, displayName: 'Coordination', language: 'fr', demo: true });
  const wall = new Wall();
  await wall.ask(`mutation { signInToDemo(email: "${email}") { __typename } }`);
  expect(await wall.ask('{ me { account { id } } }')).toEqual({ me: { account: { id: accountId } } });
  const before = wall.cookie;
  const { code, proof } = await wall.code();
  await link({ code });
  await wall.enter(proof);
  expect(await wall.ask('{ me { account { id } } display { name } }')).toEqual({ me: null, display: { name: 'Salle de crise' } });
  wall.cookie = before;
  expect(await wall.ask('{ me { account { id } } }')).toEqual({ me: null });
});
