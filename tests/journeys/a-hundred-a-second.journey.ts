import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

const SERVICES = 150;
const A_SECOND = 100;
const SECONDS = 6;
const AT_LEAST = 200;
const CALLERS = 16;
const BREATH = 100;
const states = ['OPEN', 'FULL', 'LIMITED', 'SUSPENDED', 'RELOCATED', 'CLOSED'];
const ids = Array.from({ length: SERVICES }, () => newId());

let hub: TestHub;
let anybody: TestClient;
let researcher: TestClient;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_LIMITS: '{"loopbackFactor":10000}' });
  await someServices(hub.db);
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr) select id, id::text, $2, 'Atelier' from unnest($1::uuid[]) id`,
    [ids, pain],
  );
  anybody = await hub.as();
  researcher = await hub.as('RESEARCHER', bonnePage);
});
afterAll(() => hub?.close());

interface Word {
  readonly position: string;
  readonly serviceId: string;
  readonly state: string;
  readonly until: number;
}
/** What was seen of the selection, as of some position and instant between two. */
interface Reading {
  readonly what: string;
  readonly from: { position: string; at: number };
  readonly to: { position: string; at: number };
  readonly seen: Map<string, { state: string; stale: boolean }>;
}

const said: Word[] = [];
const readings: Reading[] = [];
const figures: Answer[] = [];
let speaking = true;

/** Some words are over while others are said. As a phone does on a machine too busy to answer in time: the same act again. */
async function say(n: number): Promise<void> {
  const [serviceId, state] = [ids[(n * 7) % SERVICES]!, states[n % states.length]!];
  const goodUntil = n % 3 ? null : new Date(Date.now() + 2_000).toISOString();
  const input = { serviceId, state, goodUntil, idempotencyKey: `word ${n}` };
  for (;;) {
    const { code, reportServiceStatus } = await researcher.ask(reporting, { input });
    if (code === 'UNAVAILABLE') continue;
    if (reportServiceStatus.__typename === 'InvalidTime') return; // over before it was heard
    const { position } = reportServiceStatus.report;
    said.push({ position, serviceId, state, until: goodUntil ? Date.parse(goodUntil) : Infinity });
    return;
  }
}

/** How many a second there were. */
async function speak(): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const talk = async () => {
    for (let n = next++; performance.now() < begun + SECONDS * 1_000 || said.length < AT_LEAST; n = next++) {
      await delay(begun + (n * 1_000) / A_SECOND - performance.now());
      await say(n);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, talk));
  speaking = false;
  return (said.length * 1_000) / (performance.now() - begun);
}

async function look(what: string, read: () => Promise<Reading['seen']>): Promise<void> {
  const point = async () => ({ at: Date.now(), position: (await anybody.ask('{ position }')).position as string });
  for (; speaking; await delay(BREATH)) {
    const from = await point();
    const seen = await read();
    readings.push({ what, from, seen, to: { ...(await point()), at: Date.now() } });
  }
}

const filter = { organizations: [pain] };
const board = `query ($filter: ServiceFilter) { situation(filter: $filter) { asOf position total toConfirm counts { state n } } }`;
const list = `query ($filter: ServiceFilter) { services(filter: $filter, first: 200) { totalCount edges { node { id status { state freshness } } }
  facets { states { n } toConfirm } } }`;
const map = 'query ($filter: ServiceFilter) { mapServices(filter: $filter) { id serviceState serviceStale } }';
const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename ... on ServiceStatusReported { report { position } } } }`;
const sum = (parts: readonly { n: number }[]) => parts.reduce((all, { n }) => all + n, 0);

async function lookAtFigures(): Promise<void> {
  for (; speaking; await delay(BREATH)) figures.push((await anybody.ask(board, { filter })).situation);
}
async function ofList(): Promise<Reading['seen']> {
  const { totalCount, edges, facets } = (await anybody.ask(list, { filter })).services;
  expect([totalCount, edges.length, sum(facets.states) + facets.toConfirm]).toEqual(Array(3).fill(SERVICES + 1));
  return new Map(edges.map(({ node: { id, status } }: Answer) => [id, { state: status.state, stale: status.freshness === 'STALE' }]));
}
async function ofMap(): Promise<Reading['seen']> {
  const { mapServices } = await anybody.ask(map, { filter });
  return new Map(mapServices.map(({ id, serviceState: state, serviceStale: stale }: Answer) => [id, { state, stale }]));
}
async function ofExport(): Promise<Reading['seen']> {
  const response = await fetch(`${hub.url}/exports/services.geojson?organizations=${pain}`);
  const { features } = (await response.json()) as Answer;
  return new Map(features.map(({ properties: { id, state, stale } }: Answer) => [id, { state, stale }]));
}

/** The words that the log holds at each of its positions, from one to another. */
function worlds(from: string, to: string): Map<string, Word>[] {
  const inOrder = [...said].sort((a, b) => (a.position < b.position ? -1 : 1)).filter(({ position }) => position <= to);
  const held = (position: string) => new Map(inOrder.filter(word => word.position <= position).map(word => [word.serviceId, word]));
  return [from, ...inOrder.map(({ position }) => position).filter(position => position > from)].map(held);
}

const isAsSeen = (held: Map<string, Word>, { seen, from, to }: Reading): boolean =>
  [...seen].every(([id, { state, stale }]) => {
    const word = held.get(id);
    const mayDiffer = word && word.until > from.at - 50 && word.until <= to.at + 50; // it ended meanwhile
    return state === (word?.state ?? 'UNKNOWN') && (mayDiffer || stale === (word ? word.until <= from.at : false));
  });

test('figures, map, list and export are each the whole selection as it was at one position, while a hundred words a second come in', async () => {
  const [rate] = await Promise.all([speak(), lookAtFigures(), look('list', ofList), look('map', ofMap), look('export', ofExport)]);
  process.stdout.write(`${rate.toFixed(0)} words a second, ${figures.length + readings.length} readings meanwhile\n`);

  expect(figures.length).toBeGreaterThan(5);
  for (const { asOf, position, total, toConfirm, counts } of figures) {
    expect([total, sum(counts) + toConfirm]).toEqual([SERVICES + 1, SERVICES + 1]);
    const [held] = worlds(position, position);
    const sure = [...held!.values()].filter(({ until }) => until > Date.parse(asOf));
    const expected = Object.fromEntries(states.map(state => [state, sure.filter(word => word.state === state).length]));
    expect({ toConfirm, ...Object.fromEntries(counts.map(({ state, n }: Answer) => [state, n])) }).toEqual({
      ...expected,
      toConfirm: held!.size - sure.length,
      UNKNOWN: SERVICES + 1 - held!.size,
    });
  }

  for (const what of ['list', 'map', 'export'])
    expect([what, readings.filter(reading => reading.what === what).length > 2]).toEqual([what, true]);
  for (const reading of readings) {
    expect([reading.what, reading.seen.size]).toEqual([reading.what, SERVICES + 1]);
    expect([reading.what, worlds(reading.from.position, reading.to.position).some(held => isAsSeen(held, reading))]).toEqual([
      reading.what,
      true,
    ]);
  }
}, 120_000);
