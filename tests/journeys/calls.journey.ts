import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await hub.db.query(`update directory.organization set preferred_channel = 'PHONE', best_hour = '09:30' where id = $1`, [pain]);
});
afterAll(() => hub?.close());

const ask = async (query: string, input: object, role: Role = 'RESEARCHER', organization = bonnePage): Promise<Answer> =>
  (await hub.as(role, organization)).ask(query, { input });
const claim = async (organizationId: string, role: Role = 'RESEARCHER') => (await ask(claiming, { organizationId }, role)).claimCall;
const release = async (callId: string, role: Role = 'RESEARCHER') => (await ask(releasing, { callId }, role)).releaseCall;
const record = async (callId: string, result: string, more: object = {}, role: Role = 'RESEARCHER') =>
  (await ask(recording, { callId, result, ...more }, role)).recordCallResult;
const list = async (variables: object = {}, role: Role = 'RESEARCHER') =>
  (await (await hub.as(role, bonnePage)).ask(listing, variables)).organizationsToReach;
const rowOf = async (id: string, variables: object = {}): Promise<Answer> =>
  (await list(variables)).edges.find(({ node }: Answer) => node.id === id)?.node;
const names = async (variables: object = {}) => (await list(variables)).edges.map(({ node }: Answer) => node.organization.name.fr);
const say = (serviceId: string, state = 'OPEN') =>
  ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
    serviceId,
    state,
    heardFrom: { channel: 'TELEPHONE' },
  });
/** What was said of it is long ago. */
const ages = (serviceId: string) =>
  hub.db.query(
    `update status.current set aging_at = now() - interval '2 hours', stale_at = now() - interval '1 hour' where service_id = $1`,
    [serviceId],
  );
const now = () => +hub.get(Clock).now();
const minutes = (at: string) => Math.round((Date.parse(at) - now()) / 60_000);

test('of whom nothing was ever heard is called; each organization once, with its services, how to reach it and what it weighs', async () => {
  const row = await rowOf(pain);
  expect(row).toMatchObject({
    organization: { name: { fr: 'Le Pain partagé' }, preferredChannel: 'PHONE', bestHour: '09:30' },
    services: [{ service: { id: kitchen, status: { state: 'UNKNOWN' } }, why: ['NEVER_SAID'], towns: 2, matters: false }],
    importance: 2,
    score: 2, // nobody knows its hours: a day
    hoursLeft: null,
    claim: null,
    tries: [],
  });
  expect((await list()).totalCount).toBe(2);
  const [{ node: page }] = (await list()).edges.filter(({ node }: Answer) => node.id === bonnePage);
  expect(page.services.map(({ service }: Answer) => service.id).toSorted()).toEqual([library, shelter]); // the 211 calls the confidential too
});

test('the sooner it opens the more it weighs, and what a crisis makes matter three times', async () => {
  const day = 24 * 3_600_000;
  const at = new Date(now() + 2 * 3_600_000);
  await hub.db.query(
    'insert into directory.opening (service_id, open_during, known_until, changed_at) values ($1, tstzmultirange(tstzrange($2, $3)), $3, now())',
    [kitchen, at, new Date(+at + day)],
  );
  const row = await rowOf(pain);
  expect(Math.abs(row.hoursLeft - 2)).toBeLessThan(0.1);
  expect(Math.round(row.score)).toBe(24); // 2 towns × 24 / 2 hours
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const areas = [{ territory: 'laval', phase: 'RESPONSE' }];
  const input = { name: { fr: 'Crue' }, nature: 'FLOOD', areas, categories: ['food'] };
  await supervisor.ask('mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { __typename } }', { input });
  expect(await rowOf(pain)).toMatchObject({ importance: 6, services: [{ matters: true, towns: 2 }] });
  expect(await names()).toEqual(['Le Pain partagé', 'La Bonne Page']);
});

test('the few are listed, the rest is counted until it is asked for', async () => {
  const { edges, totalCount, pageInfo } = await list({ first: 1 });
  expect([edges.length, totalCount, pageInfo.hasNextPage]).toEqual([1, 2, true]);
  const rest = await list({ first: 50, after: pageInfo.endCursor });
  expect([rest.edges.map(({ node }: Answer) => node.id), rest.pageInfo.hasNextPage]).toEqual([[bonnePage], false]);
});

test('of two who claim at once one has it; the other is told who, and everybody sees it', async () => {
  const { position } = await (await hub.as()).ask('{ position }');
  const told = take((await hub.as('COUNSELLOR', bonnePage)).watch(watching, { after: position }), 1);
  const both = await Promise.all([claim(pain, 'RESEARCHER'), claim(pain, 'CENTRE_SUPERVISOR')]);
  const won = both.findIndex(({ __typename }) => __typename === 'CallClaimed');
  const [winner, loser] = (won === 0 ? ['RESEARCHER', 'CENTRE_SUPERVISOR'] : ['CENTRE_SUPERVISOR', 'RESEARCHER']) as [Role, Role];
  expect(both[1 - won]).toMatchObject({ __typename: 'CallTaken', field: 'organizationId' });
  expect(both[1 - won].message).toContain(winner); // in these tests people are called as their roles
  expect([both[won].call.by, both[won].call.mine, minutes(both[won].call.claimEndsAt)]).toEqual([winner, true, 15]);
  expect((await list({}, loser)).edges[0].node.claim).toMatchObject({ by: winner, mine: false });
  expect(await told).toMatchObject([{ callsChanged: { call: { by: winner, mine: false, organizationId: pain } } }]);
  expect(await release(both[won].call.id, loser)).toMatchObject({ __typename: 'CallNotYours', code: 'CALL_IS_ANOTHERS' });
  expect(await release(both[won].call.id, winner)).toMatchObject({ __typename: 'CallEnded', call: { result: null } });
  expect(await rowOf(pain)).toMatchObject({ claim: null, tries: [] });
});

test('a claim can be renewed; another one lets it go, and its time does too', async () => {
  const { call } = await claim(pain);
  await hub.db.query(`update outreach.call set claim_ends_at = claim_ends_at - interval '10 minutes' where id = $1`, [call.id]);
  const again = await claim(pain);
  expect([again.call.id, minutes(again.call.claimEndsAt)]).toEqual([call.id, 15]);
  const other = await claim(bonnePage);
  expect([(await rowOf(pain)).claim, (await rowOf(bonnePage)).claim.id]).toEqual([null, other.call.id]);
  await hub.db.query(
    `update outreach.call set claimed_at = claimed_at - interval '1 hour', claim_ends_at = now() - interval '1 minute' where id = $1`,
    [other.call.id],
  );
  expect((await rowOf(bonnePage)).claim).toBe(null);
  expect(await claim(bonnePage, 'COUNSELLOR')).toMatchObject({ __typename: 'CallClaimed', call: { by: 'COUNSELLOR' } });
  expect(await record(other.call.id, 'ANSWERED')).toMatchObject({ code: 'CALL_IS_OVER' });
});

test('nobody there: it rests, longer each time; whoever calls back is found again then', async () => {
  const rests: number[] = [];
  for (let n = 0; n < 3; n++) {
    const { call } = await claim(pain);
    expect(await record(call.id, 'NO_ANSWER')).toMatchObject({ __typename: 'CallEnded', call: { result: 'NO_ANSWER' } });
    expect(await rowOf(pain)).toBeUndefined();
    rests.push(minutes((await rowOf(pain, { resting: true })).restsUntil));
  }
  expect(rests).toEqual([30, 60, 120]);
  expect((await list()).restingCount).toBe(1);
  expect((await rowOf(pain, { resting: true })).tries.map(({ result }: Answer) => result)).toEqual(['NO_ANSWER', 'NO_ANSWER', 'NO_ANSWER']);
  const { call } = await claim(pain);
  expect(await record(call.id, 'CALL_BACK')).toMatchObject({ code: 'CALL_BACK_MISSING', field: 'callBackAt' });
  expect(await record(call.id, 'CALL_BACK', { callBackAt: new Date(now() - 60_000) })).toMatchObject({ code: 'CALL_BACK_PASSED' });
  expect(await record(call.id, 'CALL_BACK', { callBackAt: new Date(now() + 40 * 86_400_000) })).toMatchObject({
    code: 'CALL_BACK_TOO_FAR',
  });
  expect(await record(call.id, 'CALL_BACK', { callBackAt: new Date(now() + 3_600_000), note: 'x'.repeat(1_001) })).toMatchObject({
    code: 'CALL_NOTE_TOO_LONG',
  });
  await record(call.id, 'CALL_BACK', { callBackAt: new Date(now() + 3_600_000), note: 'Demander Lise après 11 h' });
  const [last] = (await rowOf(pain, { resting: true })).tries;
  expect([last.result, last.note, minutes(last.callBackAt)]).toEqual(['CALL_BACK', 'Demander Lise après 11 h', 60]);
  await hub.db.query(`update outreach.call set rests_until = now() - interval '1 second' where id = $1`, [call.id]);
  expect((await rowOf(pain)).restsUntil).toBe(null);
});

test('once all of it was spoken of it leaves; what a campaign asked of it is answered by telephone; aged, it comes back', async () => {
  const [account] = await hub.db.query<{ id: string }[]>('select id from identity.account limit 1');
  const campaign = '00000000-0000-7000-8000-000000000c01';
  await hub.db.query(
    `insert into outreach.campaign (id, state, due_at, sent_at, name_fr, subject_fr, message_fr, filter, made_by, made_at)
     values ($1, 'RUNNING', now() + interval '1 day', now(), 'Essai', 'Essai', 'Essai', '{}', $2, now())`,
    [campaign, account!.id],
  );
  await hub.db.query('insert into outreach.asked (campaign_id, organization_id, services) values ($1, $2, $3)', [
    campaign,
    pain,
    [kitchen],
  ]);
  expect((await rowOf(pain)).services[0].why).toEqual(['NEVER_SAID', 'ASKED']);
  const { call } = await claim(pain);
  await say(kitchen, 'LIMITED');
  expect(await rowOf(pain)).toBeUndefined();
  expect((await (await hub.as('RESEARCHER', bonnePage)).ask(onlyOne, { id: pain })).organizationToReach).toMatchObject({
    claim: { mine: true },
    services: [{ service: { id: kitchen, status: { state: 'LIMITED' } }, why: [] }],
  });
  await record(call.id, 'ANSWERED', { note: 'Tout va bien' });
  const [asked] = await hub.db.query('select answered_by from outreach.asked where campaign_id = $1', [campaign]);
  const [answer] = await hub.db.query('select said_by, services, words from outreach.answer');
  expect([asked.answered_by, answer]).toEqual(['TELEPHONE', { said_by: 'TELEPHONE', services: [kitchen], words: 'Tout va bien' }]);
  await ages(kitchen);
  expect((await rowOf(pain)).services[0].why).toEqual(['STALE']);
});

test('what will not be sure any more when it opens is called before', async () => {
  await say(kitchen);
  expect(await rowOf(pain)).toBeUndefined();
  await hub.db.query(`update status.current set aging_at = now(), stale_at = now() + interval '1 hour' where service_id = $1`, [kitchen]);
  expect((await rowOf(pain)).services[0].why).toEqual(['STALE_BEFORE_OPENING']); // it opens in two
});

test('the same key is the same claim; what nobody knows is not found; the list is a file', async () => {
  const key = { organizationId: pain, idempotencyKey: 'once' };
  const twice = [await ask(claiming, key), await ask(claiming, key)].map(({ claimCall }) => claimCall.call.id);
  expect(new Set(twice).size).toBe(1);
  expect(await claim('00000000-0000-7000-8000-00000000dead')).toMatchObject({ code: 'ORGANIZATION_TO_REACH_NOT_FOUND' });
  const { token } = await hub.as('RESEARCHER', bonnePage);
  const file = await fetch(`${hub.url}/exports/outreach/to-reach.csv`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'fr' },
  });
  const text = await file.text();
  expect([file.status, text.includes('"Le Pain partagé"'), text.includes('À confirmer avant l’ouverture')]).toEqual([200, true, true]);
  const { token: partner } = await hub.as('PARTNER_EDITOR', pain);
  expect((await fetch(`${hub.url}/exports/outreach/to-reach.csv`, { headers: { authorization: `Bearer ${partner}` } })).status).toBe(403);
});

test('only the 211 calls: a coordinator, a partner, an administrator are refused', async () => {
  for (const role of ['MUNICIPAL_COORDINATOR', 'PARTNER_EDITOR', 'ADMINISTRATOR'] as const) {
    const client = await hub.as(role, bonnePage);
    expect(await client.ask(listing)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await client.ask(claiming, { input: { organizationId: pain } })).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await (await hub.as()).ask(listing)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

const call = 'id organizationId by mine claimedAt claimEndsAt endedAt result callBackAt note';
const row = `id score importance hoursLeft opensAt restsUntil phones { number } claim { ${call} } tries { ${call} }
  organization { name { fr } preferredChannel bestHour } services { why towns matters opensAt service { id status { state } } }`;
const listing = `query ($first: Int, $after: String, $resting: Boolean, $filter: ServiceFilter) {
  organizationsToReach(first: $first, after: $after, resting: $resting, filter: $filter) {
    totalCount restingCount pageInfo { hasNextPage endCursor } edges { node { ${row} } } } }`;
const onlyOne = `query ($id: ID!) { organizationToReach(organizationId: $id) { ${row} } }`;
const refusal = '... on Refusal { code message field }';
const claiming = `mutation ($input: ClaimCallInput!) { claimCall(input: $input) { __typename ... on CallClaimed { call { ${call} } } ${refusal} } }`;
const releasing = `mutation ($input: ReleaseCallInput!) { releaseCall(input: $input) { __typename ... on CallEnded { call { ${call} } } ${refusal} } }`;
const recording = `mutation ($input: RecordCallResultInput!) { recordCallResult(input: $input) { __typename ... on CallEnded { call { ${call} } } ${refusal} } }`;
const watching = `subscription ($after: Position) { callsChanged(after: $after) { position call { ${call} } } }`;
