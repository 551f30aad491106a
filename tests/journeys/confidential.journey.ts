import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import ExcelJS from 'exceljs';
import { graphql } from 'graphql';
import { grantsOf, type Role, roles } from '#libs/identity';
import { Actor } from '#libs/kernel';
import {
  counter,
  elsewhere,
  hidden,
  hiddenRegion,
  library,
  listening,
  ombrelle,
  openRegion,
  points,
  refuge,
  SECRETS,
} from '../support/hidden-region.ts';
import { bonnePage } from '../support/region.ts';
import { type Answer, take, type TestClient, TestHub, until } from '../support/test-hub.ts';

type Ask = (query: string, variables?: object) => Promise<Answer>;
type Told = Map<Reader, Record<string, unknown>>;
interface Reader {
  readonly who: string;
  readonly ask: Ask;
  /** Null for who comes by a link: it opens one page. */
  readonly client: TestClient | null;
  /** Whose work needs what is confidential of La Bonne Page; of every organization. */
  readonly trusted: boolean;
  readonly everywhere: boolean;
}

const everywhere = ['COUNSELLOR', 'RESEARCHER', 'CENTRE_SUPERVISOR'];
const isLong = process.env.FANAL_LONG === '1';
const atHome = ['PARTNER_EDITOR', 'CASE_WORKER', 'LINK'];
let hub: TestHub;
let readers: Reader[];
let start: string;
let crisisId: string;
/** What each was told before there was a refuge. */
let without: Told;
let told: Told;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_LIMITS: '{"loopbackFactor":10000,"socketsPerAddress":500}' });
  await openRegion(hub);
  readers = await Promise.all([
    reader(),
    ...roles.map(role => reader(role, bonnePage)),
    ...roles.filter(role => isLong || atHome.includes(role)).map(role => reader(role, elsewhere)),
    ...[elsewhere, bonnePage].map(byLink),
  ]);
  start = (await readers[0]!.ask('{ position }')).position;
  const researcher = await hub.as('RESEARCHER', bonnePage);
  await say(researcher, library);
  await say(researcher, counter);
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  ({ id: crisisId } = (await supervisor.ask(opening)).openCrisis.crisis);
  without = await sweepAll(readers.filter(({ trusted }) => !trusted));
  await hiddenRegion(hub);
  await say(researcher, refuge, { note: { fr: 'Sonner chez Madame Tremblay' } });
  await supervisor.ask(confirming, { input: { serviceIds: [refuge] } });
  told = await sweepAll(readers);
}, 300_000);
afterAll(() => hub?.close());

async function reader(role?: Role, organizationId?: string): Promise<Reader> {
  const client = await hub.as(role, organizationId);
  const sees = everywhere.includes(role ?? '');
  const trusted = sees || (atHome.includes(role ?? '') && organizationId === bonnePage);
  return { who: [role ?? 'anybody', organizationId].join(' '), ask: client.ask.bind(client), client, trusted, everywhere: sees };
}

/** No page of a link is built yet: what its bearer may do is asked of the schema itself. */
function byLink(organizationId: string): Reader {
  const actor = new Actor({ id: 'link:test', grants: grantsOf({ role: 'LINK', organizationId }) });
  const { schema } = hub.get(GraphQLSchemaHost);
  const ask: Ask = async (source, variableValues) => {
    const contextValue = { actor, language: 'fr', requestId: 'test', transport: 'http', address: '127.0.0.1', credential: null };
    const { data, errors } = await graphql({ schema, source, variableValues: variableValues as Record<string, unknown>, contextValue });
    return errors ? { code: errors[0]!.extensions.code ?? errors[0]!.message } : data;
  };
  return { who: `LINK ${organizationId}`, ask, client: null, trusted: organizationId === bonnePage, everywhere: false };
}

async function say(by: TestClient, serviceId: string, more: object = {}) {
  const { reportServiceStatus } = await by.ask(reporting, { input: { serviceId, state: 'OPEN', ...more } });
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
}

const reporting =
  'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename ... on Refusal { code message field } } }';
const confirming =
  'mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename ... on Refusal { code message field } } }';
const contradicting =
  'mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) { __typename ... on Refusal { code message field } } }';
const opening = `mutation { openCrisis(input: { name: { fr: "Crue" }, nature: "FLOOD", categories: ["justice-and-rights"],
  areas: [{ territory: "laval", phase: RESPONSE }] }) { ... on CrisisOpened { crisis { id } } } }`;

const node = `id name { fr } alternateName { fr } description { fr } eligibility { fr } url email contacts { name phones { number } } phones { number }
  categories { code } languages locations { id name { fr } address latitude longitude territory { code name { fr } } accessibility { url } }
  schedules { id } hours(days: 2) { date } organization { id name { fr } relay { id name { fr } } }`;
const lists = `query ($filter: ServiceFilter) {
  services(filter: $filter, first: 20) { totalCount correctedText edges { node { id match { locatedIn serving reasons distanceKm } } }
    facets { categories { category { code } n } states { state n } toConfirm languages { language n } } }
  mapServices(filter: $filter) { id name { fr } locationId longitude latitude territoryCode }
  situation(filter: $filter) { total toConfirm counts { state n stale changedSinceYesterday } byTerritory { territory { code } total } } }`;

const near = (point: object) => ({ near: { ...point, withinKm: 1 } });
const around = ({ latitude: y, longitude: x }: { latitude: number; longitude: number }) => ({
  bbox: { west: x - 0.001, south: y - 0.001, east: x + 0.001, north: y + 0.001 },
});
const soon = new Date(Date.now() + 3_600_000).toISOString();
/** Each finds the refuge, for whoever may. */
const ofRefuge = (): [string, object][] => [
  ...['Refuge des Lilas', 'lilas', 'lillas', 'refuje', 'menacées', 'refuge menacées'].map(text => [text, { text }] as [string, object]),
  ['near', near(points.refuge)],
  ['bbox', around(points.refuge)],
  ['category', { categories: ['justice-and-rights'] }],
  ['organization', { organizations: [bonnePage] }],
  ['states', { states: ['OPEN'] }],
  ['openAt', { openAt: soon }],
  ['language', { languages: ['ar'] }],
  ['crisis', { crisisId }],
];
/** Each finds the counter by its second place, for whoever may. */
const ofPlace: [string, object][] = [
  ['near its second place', near(points.hidden)],
  ['around its second place', around(points.hidden)],
];

/** Everything that a reader can ask, by the path it was asked on. */
async function sweep({ ask, client }: Reader): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const filters: [string, object][] = [
    ['all', {}],
    ...ofRefuge(),
    ['text of the place', { text: 'guet' }],
    ['its town', { text: 'auteuil' }],
    ['territory of the place', { territory: 'auteuil' }],
    ['territory of the refuge', { territory: 'saint-francois' }],
    ...ofPlace,
  ];
  for (const [path, filter] of filters) answers[`by ${path}`] = await ask(lists, { filter });
  for (const [path, query] of Object.entries({
    records: `{ services(first: 20) { edges { node { ${node} statusByLocation { location { id } } status { state note { fr } replacement { ${node} } } } } } }`,
    byId: `{ a: service(id: "${refuge}") { ${node} } b: service(id: "${counter}") { ${node} } c: service(id: "${listening}") { ${node} } }`,
    history: `{ ${[refuge, library].map((id, n) => `h${n}: statusReports(serviceId: "${id}") { totalCount edges { node { state note { fr } replacement { id name { fr } } } } }`).join(' ')} }`,
    organizations: `{ organizations { totalCount edges { node { id name { fr } relay { name { fr } } } } } text: organizations(text: "ombrelle") { totalCount } organization(id: "${ombrelle}") { name { fr } } }`,
    suggestions: `{ ${['refuge', 'lilas', 'ombrelle', 'écoute', 'comptoir'].map((text, n) => `s${n}: suggestions(text: "${text}") { kind text { fr } serviceId organizationId }`).join(' ')} }`,
    places: `{ ${['rue cachée', 'H7A', 'rue du guet', 'H7L'].map((text, n) => `p${n}: places(text: "${text}") { kind name { fr } latitude longitude }`).join(' ')} }`,
    timeline: '{ timeline(first: 100) { kind service { id name { fr } } location { name { fr } address } } }',
    crisis: `{ crisis(id: "${crisisId}") { areas { lead { name { fr } } } missions { organization { name { fr } } } } }`,
    silence: '{ silence { territory { code } stale neverSaid } }',
    toReach: '{ toReach { totalCount edges { node { service { id name { fr } } } } } }',
    contradictions: '{ contradictions { totalCount edges { node { service { id } } } } }',
  }))
    answers[path] = await ask(query);
  for (const path of client ? files : []) answers[path] = await file(client!, path);
  return answers;
}

const files = ['csv', 'geojson', 'xlsx', 'csv?text=lilas'].map(rest => `/exports/services.${rest}`);
async function file({ url, token }: TestClient, path: string): Promise<unknown> {
  const response = await fetch(url + path, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  expect(response.status).toBe(200);
  if (!path.includes('xlsx')) return response.text();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await response.arrayBuffer()) as never);
  return book.worksheets[0]!.getSheetValues();
}

async function sweepAll(some: readonly Reader[]): Promise<Told> {
  const all: Told = new Map();
  for (const each of some) all.set(each, await sweep(each));
  return all;
}

const leaks = (answer: unknown, secrets: readonly string[]) => secrets.filter(secret => JSON.stringify(answer).includes(secret));
const untrusted = () => readers.filter(({ trusted }) => !trusted);

test('whoever may not know of the refuge is told, on every path, what they were told before there was one', () => {
  expect(untrusted().map(({ who }) => who)).toHaveLength(isLong ? 14 : 9);
  for (const each of untrusted()) expect([each.who, told.get(each)]).toEqual([each.who, without.get(each)]);
});

test('nothing of a confidential record, place, phone or organization is in what they are told', () => {
  for (const [{ who, trusted, everywhere }, answers] of told)
    for (const [path, answer] of Object.entries(answers)) {
      const hidden = trusted ? [] : [...SECRETS.record, ...SECRETS.place, ...SECRETS.phone];
      expect([who, path, leaks(answer, [...hidden, ...(everywhere ? [] : SECRETS.organization)])]).toEqual([who, path, []]);
    }
});

test('whoever may know finds it by each of them', () => {
  for (const [{ who, trusted, everywhere }, answers] of told) {
    const ids = (path: string) => (answers[`by ${path}`] as Answer).services.edges.map(({ node }: Answer) => node.id);
    for (const [path] of ofRefuge()) expect([who, path, ids(path).includes(refuge)]).toEqual([who, path, trusted]);
    for (const [path] of ofPlace) expect([who, path, ids(path).includes(counter)]).toEqual([who, path, trusted]);
    if (trusted)
      expect([who, leaks(answers.records, [...SECRETS.record, '12, rue du Guet', '45.63417'])]).toEqual([
        who,
        [...SECRETS.record, '12, rue du Guet', '45.63417'],
      ]);
    if (everywhere) expect([who, leaks(answers, SECRETS.organization)]).toEqual([who, SECRETS.organization]);
  }
});

test('a tile holds what anybody may see, whoever asks', async () => {
  const tile = async (z: number, { latitude, longitude }: { latitude: number; longitude: number }) => {
    const sine = Math.sin((latitude * Math.PI) / 180);
    const [x, y] = [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)].map(share =>
      Math.floor(share * 2 ** z),
    );
    return Buffer.from(await (await fetch(`${hub.url}/tiles/services/${z}/${x}/${y}.mvt`)).arrayBuffer()).toString('latin1');
  };
  expect(await tile(16, points.open)).toContain(counter);
  for (const z of [0, 8, 11, 12, 14, 16, 18])
    for (const point of Object.values(points))
      expect(leaks(await tile(z, point), [...SECRETS.record, ...SECRETS.organization, hidden, 'auteuil', 'saint-francois'])).toEqual([]);
  for (const point of [points.hidden, points.refuge]) expect(await tile(16, point)).toBe('');
});

const replay = `subscription ($after: Position, $filter: ServiceChangeFilter) {
  serviceStatusChanged(after: $after, filter: $filter) { service { id name { fr } } status { note { fr } replacement { id } } } }`;

/** All that comes until so much was told of the refuge, and a while longer: it is told no oftener. */
async function hear(events: AsyncGenerator<Answer, void>, ofRefuge: number): Promise<Answer[]> {
  const heard: Answer[] = [];
  void (async () => {
    for await (const event of events) heard.push(event);
  })().catch(() => undefined); // it ends when it is left
  await until(() => heard.filter(({ serviceStatusChanged }) => serviceStatusChanged.service.id === refuge).length >= ofRefuge);
  await new Promise(more => setTimeout(more, 300));
  return (void events.return(undefined).catch(() => undefined), heard);
}

test('its changes are told to those who may know of it: live, resumed, and in the log', async () => {
  const filters = [
    undefined,
    { services: [refuge] },
    { organizations: [bonnePage] },
    { territory: 'saint-francois' },
    { categories: ['justice-and-rights'] },
  ];
  for (const { who, client, ask, trusted } of readers) {
    const { changes } = await ask(`{ changes(after: "${start}", first: 500) { edges { node { kind subject } } } }`);
    expect([who, leaks(changes, SECRETS.record)]).toEqual([who, trusted ? [refuge] : []]);
    if (!client) continue;
    const heard = await Promise.all(filters.map(filter => hear(client.watch(replay, { after: start, filter }), trusted ? 2 : 0)));
    const of = (id: string) =>
      heard.map(changes => changes.filter(({ serviceStatusChanged }) => serviceStatusChanged.service.id === id).length);
    expect([who, of(refuge), of(library).slice(1)]).toEqual([who, filters.map(() => (trusted ? 2 : 0)), [0, 0, 0, 0]]);
    if (trusted) expect([who, of(library)[0]]).toEqual([who, 1]);
    if (!trusted) expect([who, leaks(heard, SECRETS.record)]).toEqual([who, []]);
  }
}, 60_000);

test('one who tries to speak of it learns no more than of one that never was', async () => {
  const never = '00000000-0000-7000-8000-999999999999';
  const ways: [string, (id: string) => object][] = [
    [reporting, serviceId => ({ serviceId, state: 'OPEN' })],
    [reporting, serviceId => ({ serviceId, state: 'OPEN', locationId: never })],
    [
      reporting,
      replacementServiceId => ({ serviceId: library, state: 'RELOCATED', replacementServiceId, observedAt: '2026-01-01T00:00:00Z' }),
    ],
    [
      reporting,
      replacementServiceId => ({ serviceId: counter, state: 'RELOCATED', replacementServiceId, observedAt: '2026-01-01T00:00:00Z' }),
    ],
    [confirming, id => ({ serviceIds: [id] })],
    [confirming, id => ({ serviceIds: [library, id] })],
    [contradicting, serviceId => ({ serviceId, says: 'CLOSED' })],
  ];
  for (const { who, ask } of untrusted())
    for (const [n, [mutation, input]] of ways.entries())
      for (const id of [refuge, listening])
        expect([who, n, await ask(mutation, { input: input(id) })]).toEqual([who, n, await ask(mutation, { input: input(never) })]);
  for (const { ask } of readers) {
    const { contradictServiceStatus } = await ask(contradicting, { input: { serviceId: refuge, says: 'CLOSED' } });
    expect(contradictServiceStatus.__typename).toBe('ServiceNotFound');
  }
});

test('a service that moved to the refuge says where to those who may know', async () => {
  await say(await hub.as('RESEARCHER', bonnePage), library, { state: 'RELOCATED', replacementServiceId: refuge });
  for (const { who, ask, client, trusted } of readers) {
    const answer = await ask(`{ services { edges { node { status { replacement { id name { fr } } } } } }
      service(id: "${library}") { status { replacement { id } } } statusReports(serviceId: "${library}") { edges { node { replacement { id name { fr } } } } }
      timeline { service { status { replacement { id } } } } }`);
    expect([who, leaks(answer, [refuge, 'Lilas'])]).toEqual([who, trusted ? [refuge, 'Lilas'] : []]);
    if (client)
      expect([who, leaks(await take(client.watch(replay, { after: start, filter: { services: [library] } }), 2), [refuge])]).toEqual([
        who,
        trusted ? [refuge] : [],
      ]);
  }
}, 30_000);
