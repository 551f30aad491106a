// One change to N open sockets: Fanal beside bare sockets and the usual NestJS + Apollo way, all alive at once, in turn.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import WebSocket from 'ws';
import { document } from './peers/change.ts';

const sockets = Number(process.argv[3] ?? 500);
const rounds = Number(process.argv[4] ?? 40);
const names = ['bare', 'nest-apollo', 'fanal'] as const;
const execArgv = ['-C', 'source', '--import', './tools/ts.mjs'];

interface Runner {
  name: string;
  child: ChildProcess;
  /** Sockets that have heard the round that is under way, and the instant of each. */
  heard: number[];
  all: () => void;
  cpu: number;
  latencies: number[];
  took: number[];
  rss: number;
}

async function start(name: string): Promise<Runner> {
  const child = fork(new URL(`./peers/${name}.ts`, import.meta.url), { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', code => code && process.exit(code)); // a peer that cannot is no measure
  const [{ address }] = (await once(child, 'message')) as [{ address: string }];
  const runner: Runner = { name, child, heard: [], all: () => undefined, cpu: 0, latencies: [], took: [], rss: 0 };
  for (let begun = 0; begun < sockets; begun += 100)
    await Promise.all(Array.from({ length: Math.min(100, sockets - begun) }, () => join(address, runner)));
  await new Promise(done => setTimeout(done, 500));
  return runner;
}

async function join(address: string, runner: Runner): Promise<void> {
  const socket = new WebSocket(address, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: document } }));
  socket.on('message', (data: Buffer) => {
    if (data.includes('"type":"ping"')) return socket.send('{"type":"pong"}');
    runner.heard.push(performance.now());
    if (runner.heard.length === sockets) runner.all();
  });
  socket.on('close', (code, reason) => runner.heard.length < sockets && console.error(`${runner.name} closed a socket: ${code} ${reason}`));
}

async function costOf(runner: Runner): Promise<{ cpu: number; rss: number }> {
  runner.child.send({ do: 'cpu' });
  const [cost] = (await once(runner.child, 'message')) as [{ cpu: number; rss: number }];
  return cost;
}

async function oneRound(runner: Runner, round: number): Promise<void> {
  runner.heard = [];
  const everybody = new Promise<void>(done => (runner.all = done));
  const before = await costOf(runner);
  const begun = performance.now();
  runner.child.send({ do: 'publish', round });
  await everybody;
  const after = await costOf(runner);
  if (round < 5) return; // warming up
  runner.cpu += after.cpu - before.cpu;
  runner.rss = after.rss;
  runner.took.push(runner.heard.at(-1)! - begun);
  runner.latencies.push(...runner.heard.map(at => at - begun));
}

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

const runners: Runner[] = [];
for (const name of names) runners.push(await start(name));
for (let round = 0; round < rounds; round++) for (const runner of runners) await oneRound(runner, round);

const floor = runners[0]!;
console.log(
  `One change to ${sockets} sockets, ${rounds - 5} rounds each, in turn. Fanal's figures hold its command, its log and PostgreSQL's answer.`,
);
console.table(
  runners.map(runner => ({
    peer: runner.name,
    'CPU µs per delivery': (runner.cpu / runner.latencies.length).toFixed(1),
    'CPU × bare': (runner.cpu / floor.cpu).toFixed(2),
    'to all, median ms': at(runner.took, 0.5).toFixed(1),
    'p99 ms': at(runner.latencies, 0.99).toFixed(1),
    'p99 × bare': (at(runner.latencies, 0.99) / at(floor.latencies, 0.99)).toFixed(2),
    'RSS MB': (runner.rss / 1e6).toFixed(0),
  })),
);
for (const { name, child } of runners) {
  if (name === 'fanal') {
    child.disconnect(); // it lets go of its database first
    await once(child, 'exit');
  } else child.kill();
}
process.exit(0);
