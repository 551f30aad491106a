// The PostgreSQL that npm brought, run by us. Plain Node 20, no packages: start.mjs needs it before anything is built.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { claimInTurn, claimPatiently } from './lock.mjs';
import { placeFor } from './postgres-place.mjs';
import { alive, commandOf, identity, lives, run, throwIfInterrupted } from './processes.mjs';
import { inOneLine, refuse, say, words } from './say.mjs';

const PATIENCE = 40_000; // what a server that was killed leaves behind goes away by itself, but not at once
const ROOM = 120e6; // of a new cluster and its first log
const LOG_LIMIT = 10e6;

/**
 * The database of this home, as long as somebody uses it: started, or found running; the last one to close it stops it.
 * Brought back when it dies, at the same address.
 */
export async function openDatabase(home, flags = []) {
  const place = placeFor(home);
  const door = await claimInTurn(join(home, 'postgres.door'));
  const using = useOf(home);
  try {
    const password = await prepare(home, place);
    const server = await serve(place, flags);
    using.begin();
    const guard = watchOver(place, flags, server);
    const close = async () => {
      await guard.end();
      const closing = await claimPatiently(join(home, 'postgres.door'));
      using.end();
      if (!using.byOthers()) await stop(served(place.data));
      closing.release();
    };
    return { url: `postgres://fanal:${password}@127.0.0.1:${server.port}/fanal`, close };
  } finally {
    door.release();
  }
}

/** Who uses the database, as a folder of names: `npm run fanal` beside a hub must not stop it, nor the hub an import half way. */
function useOf(home) {
  const folder = join(home, 'postgres.users');
  const mine = identity();
  mkdirSync(folder, { recursive: true });
  return {
    begin: () => writeFileSync(join(folder, mine), ''),
    end: () => rmSync(join(folder, mine), { force: true }),
    byOthers: () =>
      readdirSync(folder).some(name => {
        if (!lives(name)) rmSync(join(folder, name), { force: true });
        return name !== mine && lives(name);
      }),
  };
}

/** Makes the cluster if there is none; in a folder beside, so that it is whole or absent. */
async function prepare(home, place) {
  const secret = join(home, 'postgres.password');
  if (existsSync(join(place.data, 'PG_VERSION'))) return readFileSync(secret, 'utf8');

  refuseWithoutRoom(home);
  say('Préparation de la base de données…', 'Preparing the database…');
  const password = randomBytes(24).toString('base64url');
  const making = `${place.data}.new`;
  const file = `${place.data}.password`; // not a pipe: what node hands to a child cannot be opened by name
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    writeFileSync(file, password, { mode: 0o600 });
    if (place.as.uid) [making, file].forEach(path => chownSync(path, place.as.uid, place.as.gid));
    const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await must(place, 'initdb', ['-D', making, '-U', 'fanal', '-A', 'scram-sha-256', `--pwfile=${file}`, ...locale]);
    await must(place, 'postgres', ['--single', '-D', making, 'postgres'], 'create database fanal\n'); // npm brings no psql
    writeFileSync(secret, password, { mode: 0o600 });
    renameSync(making, place.data);
  } finally {
    rmSync(file, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
  return password;
}

async function must(place, program, args, input) {
  const [command, rest] = place.wrap(join(place.native, 'bin', program), args);
  const { code, said } = await run(command, rest, { ...place.as, capture: true, input });
  if (code === 0 && !/ (ERROR|FATAL|PANIC): /.test(said)) return;
  const why = reason(said);
  refuse(`La base de données n’a pas pu être créée dans ${place.data} : ${why}`, `The database could not be made in ${place.data}: ${why}`);
}

function refuseWithoutRoom(home) {
  const { bavail, bsize } = statfsSync(home);
  const [room, free] = [ROOM, bavail * bsize].map(bytes => Math.floor(bytes / 1e6));
  if (free < room)
    refuse(
      `Plus assez de place pour la base de données dans ${home} : ${free} Mo libres, il en faut ${room}.`,
      `Not enough room for the database in ${home}: ${free} MB free, ${room} needed.`,
    );
}

/** Starts the server, or finds the one that outlived its hub. */
async function serve(place, flags, port) {
  const began = sizeOf(place.log);
  const until = Date.now() + PATIENCE;
  do {
    const survivor = await serving(place.data);
    if (survivor) return survivor;
    const server = launch(place, flags, port ?? (await freePort()));
    const started = await readiness(server, place.data);
    if (started) return started;
    await delay(500);
  } while (Date.now() < until && worthAnotherTry(place, began));
  const why = reason(lastWords(place.log, began)) || noRoom(place.data) || `${words('voir', 'see')} ${place.log}`;
  return refuse(`La base de données n’a pas démarré : ${why}`, `The database did not start: ${why}`);
}

function launch(place, flags, port) {
  if (sizeOf(place.log) > LOG_LIMIT) renameSync(place.log, `${place.log}.old`);
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' }; // socket paths have a limit
  const args = ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]), ...flags];
  const log = openSync(place.log, 'a', 0o600);
  const [command, rest] = place.wrap(join(place.native, 'bin/postgres'), args);
  const server = spawn(command, rest, { ...place.as, detached: true, stdio: ['ignore', log, log] });
  server.once('error', () => {}); // its exit says as much
  closeSync(log);
  return server;
}

/** Waits while it lives: after a crash it may have much to read again. */
async function readiness(server, data) {
  const slow = setTimeout(() => say('La base de données se remet d’un arrêt brutal…', 'The database recovers from a hard stop…'), 5_000);
  try {
    while (server.exitCode === null && server.signalCode === null && server.pid) {
      const ready = await serving(data);
      if (ready) {
        server.unref();
        return ready;
      }
      await delay(20);
    }
  } finally {
    clearTimeout(slow);
  }
  throwIfInterrupted();
  return undefined;
}

/** Another process's lock, its shared memory, or a port taken meanwhile: these pass. */
function worthAnotherTry(place, began) {
  throwIfInterrupted();
  const said = lastWords(place.log, began);
  return (
    /lock file|shared memory|is another postmaster|Address already in use|starting up|in use/i.test(said) ||
    (said === '' && !noRoom(place.data))
  );
}

/** A server that dies under a living hub comes back where it was; the hub's connections do the rest. */
function watchOver(place, flags, { pid, port }) {
  const end = new AbortController();
  const pause = time => delay(time, undefined, { ref: false, signal: end.signal }).catch(() => {});
  const watching = (async () => {
    for (;;) {
      await pause(300);
      if (end.signal.aborted) return;
      if (alive(pid)) continue;
      say('La base de données s’est arrêtée ; elle redémarre…', 'The database has stopped; starting it again…');
      const back = await serve(place, flags, port).catch(error => say(inOneLine(error), inOneLine(error)));
      if (back) ({ pid } = back);
      else await pause(3_000);
    }
  })();
  return {
    end: () => {
      end.abort();
      return watching;
    },
  };
}

/** What the lock file says, if the process it names is indeed a server of this data: the number may be another's by now. */
function served(data) {
  const lock = join(data, 'postmaster.pid');
  const [pid, , , port, , , , status] = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
  const ours = Number(pid) > 1 && alive(Number(pid)) && commandOf(Number(pid)).includes(data);
  return ours ? { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' } : undefined;
}

/** Once its port answers: a server that was just killed may still seem alive. */
async function serving(data) {
  const server = served(data);
  return server?.ready && (await answers(server.port)) ? server : undefined;
}

function answers(port) {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function stop(server) {
  if (!server) return;
  for (const [signal, patience] of [
    ['SIGINT', 20_000], // "fast": ends sessions, keeps what was committed
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (alive(server.pid)) process.kill(server.pid, signal);
    const until = Date.now() + patience;
    while (alive(server.pid) && Date.now() < until) await delay(20);
  }
}

export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function lastWords(file, from) {
  if (!existsSync(file)) return '';
  const said = readFileSync(file);
  return said.subarray(from <= said.length ? from : 0).toString();
}

/** The last line that names a fault; hints and farewells follow it. */
function reason(said) {
  const lines = said.trim().split('\n');
  return (lines.filter(line => /FATAL|PANIC|ERROR|error:|could not/.test(line)).at(-1) ?? lines.at(-1)).trim();
}

function noRoom(folder) {
  const { bavail } = statfsSync(existsSync(folder) ? folder : '/');
  return bavail === 0 ? words(`plus de place sur le disque (${folder})`, `no space left on the disk (${folder})`) : undefined;
}
