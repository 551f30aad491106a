// Fanal on so many services, beside the same SQL through bare pg and the usual TypeORM with a loader per table: alive at once, in turn.
import 'reflect-metadata';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { region } from './region.ts';
import { type Usual, usual } from './usual.ts';

export interface Asked {
  readonly name: string;
  readonly path: string;
  readonly body?: string;
  /** What bare pg runs instead of the statement that Fanal makes. */
  readonly sql?: string;
  /** How it is answered the usual way. */
  readonly usual?: Usual;
}
type Statement = pg.QueryConfig;
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

/** The statements that Fanal makes of what is asked, as it makes them when it is asked often: those it keeps planned have a name. */
async function madeOf(db: DataSource, ask: () => Promise<unknown>): Promise<Statement[]> {
  for (let time = 0; time < 4; time += 1) await ask();
  const made: Statement[] = [];
  const pool = (db.driver as unknown as { master: pg.Pool }).master;
  const own = { db: db.query.bind(db), pool: pool.query.bind(pool) as (asked: pg.QueryConfig) => Promise<pg.QueryResult> };
  const hear = (asked: Statement) => /from directory/.test(asked.text) && made.push(asked);
  db.query = ((text: string, values: unknown[] = []) => (hear({ text, values }), own.db(text, values))) as typeof db.query; // the same, listened to
  pool.query = ((asked: pg.QueryConfig) => (hear(asked), own.pool(asked))) as typeof pool.query;
  await ask();
  Object.assign(pool, { query: own.pool });
  db.query = own.db;
  return made;
}

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** On a machine too busy to answer in time: said, and counted as long as anybody waits. */
function unanswered({ name }: Asked, peer: string, { message }: Error): number {
  console.error(`${name}, ${peer}: ${message}`);
  return 5_000;
}

const FEWEST = 10;
const LONG = 30_000; // ms

/** Each of the questions, asked of each peer in turn, `rounds` times; fewer where that would take long. */
export async function lookups(questions: readonly Asked[]): Promise<void> {
  const [services, rounds] = [Number(process.argv[3] ?? 6_000), Number(process.argv[4] ?? 60)];
  const { database, hub, setUp } = await region(services);
  const db = hub.app.get(DataSource);
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const rows: object[] = [];
  for (const asked of questions) {
    const own = await madeOf(db, () => timed(hub.url + asked.path, asked.body));
    const made: readonly Statement[] = asked.sql ? [{ text: asked.sql }] : own;
    const run = async (named: boolean) => {
      let last = '';
      for (const { name, text, values } of made)
        last = JSON.stringify((await pool.query({ name: named ? name : undefined, text, values })).rows);
      return last;
    };
    const [bare, kept] = [await serve(() => run(false)), made.some(({ name }) => name) && (await serve(() => run(true)))];
    const { usual: way } = asked;
    const loaders = way && (await serve(() => usual[way](db)));
    const peers: Peer[] = [
      ['bare pg', () => addressOf(bare)],
      ...(kept ? ([['bare pg, plans kept', () => addressOf(kept)]] as Peer[]) : []),
      ['fanal', ({ path }) => hub.url + path],
      ...(loaders ? ([['typeorm + loaders', () => addressOf(loaders)]] as Peer[]) : []),
    ];
    const took = new Map<string, number[]>(peers.map(([name]) => [name, []]));
    const begun = performance.now();
    for (let round = 0; round < rounds + 5 && (round < FEWEST || performance.now() - begun < LONG); round += 1)
      for (const [name, address] of peers) {
        const ms = await timed(address(asked), name === 'fanal' ? asked.body : undefined).catch((error: Error) =>
          unanswered(asked, name, error),
        );
        if (round >= 5) took.get(name)!.push(ms);
      }
    const floor = at(took.get('bare pg')!, 0.5);
    for (const [name, times] of took)
      rows.push({
        asked: asked.name,
        peer: name,
        rounds: times.length,
        'median ms': at(times, 0.5).toFixed(1),
        'p99 ms': at(times, 0.99).toFixed(1),
        '× bare': (floor / at(times, 0.5)).toFixed(2),
      });
    for (const server of [bare, kept, loaders]) if (server) server.close();
  }
  console.log(
    `${services} services (${setUp}), up to ${rounds} rounds each, in turn, one at a time. × bare: how many answers in the time that bare pg takes for one.`,
  );
  console.table(rows);
  await pool.end();
  await hub.close();
  await database.close();
  process.exit(0);
}
