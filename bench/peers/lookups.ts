// Fanal on so many services, beside the same SQL through bare pg and the usual TypeORM with a loader per table: alive at once, in turn.
import 'reflect-metadata';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import DataLoader from 'dataloader';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { region } from './region.ts';

export interface Asked {
  readonly name: string;
  readonly path: string;
  readonly body?: string;
  /** What bare pg runs instead of the statement that Fanal makes. */
  readonly sql?: string;
  /** The usual way answers the same. */
  readonly usual?: boolean;
}
type Statement = readonly [text: string, values: unknown[]];
type Peer = readonly [name: string, address: (asked: Asked) => string];

const agent = new Agent({ keepAlive: true });

function timed(url: string, body?: string): Promise<number> {
  const begun = performance.now();
  return new Promise((done, failed) => {
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json' } }, answer => {
      let text = '';
      answer.on('data', data => (text += String(data)));
      answer.on('end', () =>
        answer.statusCode !== 200 || text.includes('"errors"') ? failed(new Error(text.slice(0, 500))) : done(performance.now() - begun),
      );
    });
    sent.on('error', failed).end(body);
  });
}

async function serve(answer: (url: string) => Promise<string | Buffer>): Promise<Server> {
  const server = createServer(
    (asked, said) =>
      void answer(asked.url ?? '/').then(
        body => said.end(body),
        error => said.writeHead(500).end(String(error)),
      ),
  );
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return server;
}
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The statements that Fanal makes of what is asked, as it made them once. */
async function madeOf(db: DataSource, ask: () => Promise<unknown>): Promise<Statement[]> {
  const made: Statement[] = [];
  const pool = (db.driver as unknown as { master: pg.Pool }).master;
  const own = { db: db.query.bind(db), pool: pool.query.bind(pool) as (asked: pg.QueryConfig) => Promise<pg.QueryResult> };
  const hear = (text: string, values: unknown[] = []) => /from directory/.test(text) && made.push([text, values]);
  db.query = ((text: string, values: unknown[]) => (hear(text, values), own.db(text, values))) as typeof db.query; // the same, listened to
  pool.query = ((asked: pg.QueryConfig) => (hear(asked.text, asked.values), own.pool(asked))) as typeof pool.query;
  await ask();
  Object.assign(pool, { query: own.pool });
  db.query = own.db;
  return made;
}

/** Fifty rows, and then a query for each table beside them. */
async function theUsualWay(db: DataSource): Promise<string> {
  const by = (sql: string, key: string) =>
    new DataLoader<string, object[]>(async ids => {
      const rows = await db.query<Record<string, string>[]>(sql, [ids]);
      return ids.map(id => rows.filter(row => row[key] === id));
    });
  const services = await db
    .getRepository<{ id: string; organizationId: string; categories: string[] }>('ServiceEntity')
    .find({ order: { sortName: 'ASC' } as never, take: 50 });
  const organizations = by('select * from directory_published.organization where id = any($1)', 'id');
  const places = by('select * from directory_published.location where service_id = any($1)', 'service_id');
  const phones = by('select * from directory_published.phone where service_id = any($1)', 'service_id');
  const words = by('select * from status_published.status_at(now()) where location_id is null and service_id = any($1)', 'service_id');
  const total = await db.getRepository('ServiceEntity').count();
  const nodes = await Promise.all(
    services.map(async service => ({
      ...service,
      organization: await organizations.load(service.organizationId),
      locations: await places.load(service.id),
      phones: await phones.load(service.id),
      status: await words.load(service.id),
    })),
  );
  return JSON.stringify({ total, nodes });
}

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** Each of the questions, asked of each peer in turn, `rounds` times. */
export async function lookups(questions: readonly Asked[]): Promise<void> {
  const [services, rounds] = [Number(process.argv[3] ?? 6_000), Number(process.argv[4] ?? 60)];
  const { database, hub, setUp } = await region(services);
  const db = hub.app.get(DataSource);
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const loaders = await serve(() => theUsualWay(db));
  const rows: object[] = [];
  for (const asked of questions) {
    const own = await madeOf(db, () => timed(hub.url + asked.path, asked.body));
    const made: readonly Statement[] = asked.sql ? [[asked.sql, []]] : own;
    const bare = await serve(async () => {
      let last = '';
      for (const [text, values] of made) last = JSON.stringify((await pool.query(text, values)).rows);
      return last;
    });
    const peers: Peer[] = [
      ['bare pg', () => addressOf(bare)],
      ['fanal', ({ path }) => hub.url + path],
      ...(asked.usual ? ([['typeorm + loaders', () => addressOf(loaders)]] as Peer[]) : []),
    ];
    const took = new Map<string, number[]>(peers.map(([name]) => [name, []]));
    for (let round = 0; round < rounds + 5; round += 1)
      for (const [name, address] of peers) {
        const ms = await timed(address(asked), name === 'fanal' ? asked.body : undefined);
        if (round >= 5) took.get(name)!.push(ms);
      }
    const floor = at(took.get('bare pg')!, 0.5);
    for (const [name, times] of took)
      rows.push({
        asked: asked.name,
        peer: name,
        'median ms': at(times, 0.5).toFixed(1),
        'p99 ms': at(times, 0.99).toFixed(1),
        '× bare': (floor / at(times, 0.5)).toFixed(2),
      });
    bare.close();
  }
  console.log(
    `${services} services (${setUp}), ${rounds} rounds each, in turn, one at a time. × bare: how many answers in the time that bare pg takes for one.`,
  );
  console.table(rows);
  loaders.close();
  await pool.end();
  await hub.close();
  await database.close();
  process.exit(0);
}
