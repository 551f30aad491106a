import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endlessPost, RawSocket } from '../support/raw.ts';
import { kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start(undefined, { LOG_LEVEL: 'fatal' })));
afterAll(() => hub?.close());

const json = { 'content-type': 'application/json' };
const post = (body: string | Buffer, headers: Record<string, string> = json) =>
  fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });
async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await post(JSON.stringify({ query, variables }), { ...json, ...headers });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('a body', () => {
  test.each([
    ['of another type', '{"query":"{ position }"}', { 'content-type': 'text/plain' }, 415],
    ['as a form sends it', 'query=%7Bposition%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['of another alphabet', '{"query":"{ position }"}', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['that says it is compressed', '{"query":"{ position }"}', { ...json, 'content-encoding': 'gzip' }, 415],
    ['that is no JSON', '{"query":', json, 400],
    ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), json, 400],
    ['with several questions', '[{"query":"{ position }"},{"query":"{ position }"}]', json, 400],
    ['that is null', 'null', json, 400],
    ['of nested brackets', '['.repeat(200_000), json, 400],
  ])('%s is refused', async (_, body, headers, status) => {
    const response = await post(body as string | Buffer, headers as Record<string, string>);
    expect(response.status).toBe(status);
    const answer = (await response.json()) as Answer;
    expect(answer.errors[0].extensions.code).toEqual(expect.any(String));
  });

  test('that is too long is refused before it is read', async () => {
    const response = await post('x'.repeat(300_000)).catch(() => null);
    if (response) expect(response.status).toBe(413); // else the line was cut while we were still sending
    expect((await ask('{ __typename }')).status).toBe(200);
  });

  test('that never ends is cut', async () => {
    const { status, sent, cut } = await endlessPost(hub.url);
    expect(status).toBe(413);
    expect(cut).toBe(true);
    expect(sent).toBeLessThan(8_000_000);
  });

  test('is asked by POST, at one address', async () => {
    expect((await fetch(`${hub.url}/graphql?query={position}`)).status).toBe(405);
    expect((await fetch(`${hub.url}/graphql`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${hub.url}/graphqlx`, { method: 'POST', headers: json, body: '{}' })).status).toBe(404);
  });
});

describe('a page of another site', () => {
  const cookie = { cookie: 'sid=anything' };
  test.each([
    ['may not send our cookie', { ...cookie, origin: 'https://elsewhere.example' }, 403],
    ['nor hide where it comes from', { ...cookie, origin: 'null' }, 403],
    ['nor leave the Origin out', { ...cookie, 'sec-fetch-site': 'cross-site' }, 403],
    ['nor sign somebody in', { origin: 'https://elsewhere.example' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await ask('{ __typename }', {}, headers as Record<string, string>)).status).toBe(status);
  });

  test('ours may', async () => {
    expect((await ask('{ __typename }', {}, { ...cookie, origin: hub.url })).status).toBe(200);
    expect((await ask('{ __typename }', {}, { ...cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

const deep = (levels: number) => `{ territories ${'{ parent '.repeat(levels)}{ code }${' }'.repeat(levels)} }`;
const many = (count: number, each: (n: number) => string) => Array.from({ length: count }, (_, n) => each(n)).join(' ');
const bombs: [string, string][] = [
  ['too deep', deep(12)],
  [
    'too deep by fragments',
    `{ territories { ...A } } ${many(12, n => `fragment ${String.fromCharCode(65 + n)} on Territory { parent { ...${String.fromCharCode(66 + n)} } }`)} fragment M on Territory { code }`,
  ],
  ['with too many aliases', `{ ${many(31, n => `a${n}: position`)} }`],
  [
    'with too many aliases by fragments',
    `{ ...A ...B } fragment A on Query { ${many(16, n => `a${n}: position`)} } fragment B on Query { ${many(16, n => `b${n}: position`)} }`,
  ],
  ['with too many roots', `{ ${many(21, () => 'position')} }`],
  ['that changes too much at once', 'mutation { signOut a: signOut b: signOut c: signOut }'],
  ['with too many directives', `{ position ${'@include(if: true) '.repeat(31)} }`],
  ['with too many unknown directives', `{ position ${'@aa '.repeat(31)} }`],
  ['with too many definitions', many(61, n => `query Q${n} { position }`)],
  [
    'of fragments that double',
    `{ territories { ...F0 } } ${many(26, n => `fragment F${n} on Territory { parent { ...F${n + 1} } b: parent { ...F${n + 1} } }`)} fragment F26 on Territory { code }`,
  ],
  ['of fragments that spread themselves', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['of nested lists', `{ services(filter: { categories: ${'['.repeat(1_400)}`],
  ['of nested objects', `{ services(filter: ${'{a:'.repeat(450)}`],
  ['of nested fragments', `{ ${'...on Query{'.repeat(340)}`],
  ['of too many words', `{ ${'position '.repeat(1_600)} }`],
  ['of too many letters', `{ position } #${'a'.repeat(30_000)}`],
  ['of circular introspection', `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`],
  ['that asks for too much', `{ ${many(19, n => `a${n}: services(first: 200) { edges { node { id } } }`)} }`],
  ['of nothing', ' '],
  ['of garbage', '\u0000{{{'],
  ['with an unknown field', '{ servces { id } }'],
];

describe('a document', () => {
  test.each(bombs)('%s is refused over HTTP', async (_, query) => {
    const { status, errors } = await ask(query);
    expect(status).toBe(400);
    expect(errors.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|stack|at .*\.ts/i);
    expect(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']).toContain(errors[0].extensions.code);
  });

  test('of any of these kinds is refused over a socket, which stays open', async () => {
    const socket = await RawSocket.greeted(hub.url);
    for (const [name, query] of bombs) {
      socket.ask(name, query);
      const { payload } = await socket.hears('error', name);
      expect(payload[0].extensions.code).toMatch(/GRAPHQL|BAD_REQUEST/);
    }
    socket.ask('alive', '{ __typename }');
    expect((await socket.hears('next', 'alive')).payload).toEqual({ data: { __typename: 'Query' } });
    socket.close();
  });

  test('that asks for much but fair is answered: the usual introspection', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await ask(getIntrospectionQuery())).errors).toBeUndefined();
    expect((await ask(deep(10))).errors).toBeUndefined();
  });

  test('with a subscription is for sockets', async () => {
    expect(await ask('subscription { serviceStatusChanged { position } }')).toMatchObject({ status: 400 });
  });
});

describe('a text', () => {
  const find = 'query ($text: String) { services(filter: { text: $text }) { totalCount } }';
  test.each([
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
    ['an escape', '\u001b[31m'],
    ['more than any field takes', 'a'.repeat(200_000)],
  ])('with %s is bad input that names its field, wherever it stands', async (_, text) => {
    const plain = await ask(find, { text });
    expect(plain).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('$text') }],
    });
    expect(plain.errors[0].message.length).toBeLessThan(500);

    const nested = await ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
      input: { serviceId: 'x', state: 'OPEN', note: { fr: text } },
    });
    expect(nested).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('input.note.fr') }] });
    expect(await ask('query ($id: ID!) { service(id: $id) { id } }', { id: text })).toMatchObject({ status: 400 });
  });

  test('written in the document is no other way in', async () => {
    for (const written of ['"a\\u0000b"', '"a\\u{0}b"', '"\\u001b"'])
      expect(await ask(`{ services(filter: { text: ${written} }) { totalCount } }`)).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: expect.stringMatching(/BAD_USER_INPUT|GRAPHQL/) } }],
      });
  });

  test('that is only unusual is taken', async () => {
    for (const text of ['<script>alert(1)</script>', '\u202eegnahc', "'; drop table x; --", 'e\u0301', '%_\\', '🧑‍🍳', 'line\r\nline'])
      expect(await ask(find, { text })).toMatchObject({ status: 200, data: { services: { totalCount: 0 } } });
  });
});

test.each([
  '2026-02-30T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '1899-12-31T23:59:59Z',
  '2201-01-01T00:00:00Z',
  '2026-03-02',
  '2026-03-02T25:00:00Z',
  'tomorrow',
  5,
])('the instant %s is bad input', async observedAt => {
  const asked = await ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: 'x', state: 'OPEN', observedAt },
  });
  expect(asked).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('whoever is not known is told so in the language they ask for', async () => {
  const operation = 'mutation { endMembership(input: { membershipId: "x" }) { __typename } }';
  const [fr, en] = await Promise.all(['fr-CA,fr;q=0.9', 'en'].map(language => ask(operation, {}, { 'accept-language': language })));
  expect(fr.errors[0]).toMatchObject({ message: 'Ouvrez une session pour continuer.', extensions: { code: 'UNAUTHENTICATED' } });
  expect(en.errors[0].message).toBe('Sign in to continue.');
});

test('what we did not foresee is told by an id only', async () => {
  const direct = await import('pg');
  const owner = new direct.default.Client({ connectionString: hub.databaseUrl, options: '-c role=fanal_owner' });
  await owner.connect();
  await owner.query('alter table directory.category rename to misplaced');
  const { errors, data } = await ask('{ categories { code } }');
  await owner.query('alter table directory.misplaced rename to category');
  await owner.end();
  expect(data).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/Trace [0-9a-f]{8}$/),
      extensions: { code: 'INTERNAL', id: expect.any(String) },
    }),
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/category|relation|select/i);
});

test('every answer says how a browser may treat it', async () => {
  const { headers } = await fetch(hub.url);
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|upgrade-insecure/);
  expect(headers.get('strict-transport-security')).toBeNull(); // plain http
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=(self)'),
  });
  expect(headers.get('x-powered-by')).toBeNull();
  const graphql = await post('{"query":"{ __typename }"}');
  expect(graphql.headers.get('cache-control')).toBe('no-store');
});

test('one address may ask so often, and is told when to come back', async () => {
  const strict = await TestHub.start(hub, { FANAL_LIMITS: JSON.stringify({ requestsPerAddressPerMinute: 5, loopbackFactor: 1 }) });
  const asking = () =>
    fetch(`${strict.url}/graphql`, { method: 'POST', headers: { ...json, 'accept-language': 'en' }, body: '{"query":"{ __typename }"}' });
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await asking()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await asking();
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('Too many requests'), extensions: { code: 'TOO_MANY_REQUESTS' } }],
  });
  expect((await fetch(`${strict.url}/healthz`)).status).toBe(200);
  await strict.close();
});

describe('a GET', () => {
  test('that asked the browser first reads, and changes nothing', async () => {
    const byGet = async (query: string, accept: string, token?: string | null) => {
      const headers = { accept, 'apollo-require-preflight': '1', ...(token && { authorization: `Bearer ${token}` }) };
      const answer = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
      return { status: answer.status, body: await answer.json() };
    };
    expect(await byGet('{ categories { code } }', 'application/json')).toMatchObject({ status: 200, body: { data: {} } });
    await someServices(hub.db);
    const { token } = await hub.as('PARTNER_EDITOR', pain);
    const reporting = `mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: FULL }) { __typename } }`;
    for (const accept of ['application/json', 'application/graphql-response+json'])
      expect(await byGet(reporting, accept, token)).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
      });
    const { statusReports } = await (await hub.as()).ask(`{ statusReports(serviceId: "${kitchen}") { totalCount } }`);
    expect(statusReports.totalCount).toBe(0);
  });
});
