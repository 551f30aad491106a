// `npm start` on a fresh clone, with any Node from 20 on and no packages: installs, builds, hands over to Node 24.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { install, makeFolder, nearest, node, STARTED, TYPESCRIPT, writable } from './tools/fresh.mjs';
import { claim, holder } from './tools/lock.mjs';
import { openDatabase } from './tools/postgres.mjs';
import { ending, interrupt, onStop, run, signalGroup, throwIfInterrupted } from './tools/processes.mjs';
import { refuse, Stop, tell } from './tools/say.mjs';
import { readSettingsFile } from './tools/settings-file.mjs';
import { buildWeb, watchWeb } from './tools/web.mjs';

const GRACE = 30_000; // to drain; then the hub is ended
const ECHO = 1_000; // one Ctrl-C arrives twice: from the terminal, and from npm

const watching = process.argv.includes('--watch');
let hub;

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
process.stdout.on('error', () => {}); // the terminal may be gone before we are
process.stderr.on('error', () => {});
listenForSignals();
try {
  process.exitCode = await start();
} catch (error) {
  process.exitCode = tell(error);
}
process.exit();

async function start() {
  readSettingsFile();
  const data = resolve(process.env.FANAL_DATA || '.fanal');
  const address = addressFromSettings();
  refuseSecondStart();
  refuseClosedFolder(data);
  await refuseTakenPort(address, existsSync(STARTED)); // a lock without a holder: its hub may be about to end
  mkdirSync('node_modules', { recursive: true });
  const lock = claim(STARTED) ?? refuseSecondStart();
  try {
    await install(lock);
    await checkSettings();
    makeFolder(data);
    return await serve(data);
  } finally {
    lock.release();
  }
}

async function serve(data) {
  const database = process.env.DATABASE_URL ? undefined : await openDatabase(data);
  try {
    const web = watching ? watchedWeb(join(data, 'web/dev')) : await buildWeb(join(data, 'web'));
    throwIfInterrupted();
    return await runHub({ ...(database && { DATABASE_URL: database.url, FANAL_EMBEDDED: '1' }), ...(web && { FANAL_WEB: web }) });
  } finally {
    await database?.close();
  }
}

/** In a process group of its own, so that Ctrl-C reaches it once, from us; on a line that tells it when we die. Answers its exit code. */
function runHub(settings) {
  const mode = watching
    ? ['--watch', '--watch-preserve-output', ...['libs', 'apps/hub', 'migrations'].map(folder => `--watch-path=${folder}`)]
    : [];
  const lifeline = watching ? [] : ['--import', './tools/lifeline.mjs'];
  hub = spawn(node(), [...mode, ...TYPESCRIPT, ...lifeline, 'apps/hub/main.ts'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', watching ? 'ignore' : 'pipe'],
    detached: true,
  });
  return ending(hub);
}

/** `npm run dev`: the screens are built again on every change, beside the hub. */
function watchedWeb(folder) {
  const [command, args, options] = watchWeb(folder) ?? [];
  if (!command) return undefined;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(command, args, options).catch(() => {}); // ends when we are told to stop
  return folder;
}

function listenForSignals() {
  let asked;
  onStop(signal => {
    if (asked && Date.now() - asked < ECHO) return;
    if (asked) return hub && signalGroup(hub, 'SIGKILL');
    asked = Date.now();
    interrupt(signal);
    hub?.kill('SIGTERM');
    setTimeout(() => hub && signalGroup(hub, 'SIGKILL'), GRACE).unref();
  });
}

function addressFromSettings() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse(
      `PORT doit être un nombre entier de 0 à 65535, et non « ${process.env.PORT} ».`,
      `PORT must be a whole number from 0 to 65535, not “${process.env.PORT}”.`,
    );
  const demo = process.env.FANAL_DEMO ? process.env.FANAL_DEMO === '1' : !process.env.DATABASE_URL;
  return { port, host: process.env.HOST || (demo ? '127.0.0.1' : '0.0.0.0') };
}

/** One start per folder: two would share a database and fight over its end. */
function refuseSecondStart() {
  const pid = holder(STARTED);
  if (pid !== undefined)
    refuse(`Fanal tourne déjà depuis ce dossier (processus ${pid}).`, `Fanal already runs from this folder (process ${pid}).`);
}

/** Before anything is installed; what only shows on writing is said then. */
function refuseClosedFolder(data) {
  for (const folder of [data, resolve('node_modules')]) {
    const there = nearest(folder);
    if (!writable(there)) refuse(`Fanal ne peut pas écrire dans ${there}.`, `Fanal cannot write to ${there}.`);
  }
}

async function refuseTakenPort({ port, host }, patiently) {
  const until = Date.now() + (patiently ? GRACE : 0);
  for (;;) {
    const error = await tryPort(port, host);
    if (!error) return;
    if (error.code !== 'EADDRINUSE')
      refuse(`Impossible d’écouter sur ${host}:${port} (${error.code}).`, `Cannot listen on ${host}:${port} (${error.code}).`);
    if (Date.now() >= until)
      refuse(`Le port ${port} est déjà pris : choisissez-en un autre par PORT.`, `Port ${port} is already in use: choose another by PORT.`);
    throwIfInterrupted();
    await delay(200);
  }
}

function tryPort(port, host) {
  return new Promise(done => {
    const probe = createServer().once('error', done);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done()));
  });
}

/** The hub's own reading of them, before a database is made; on defaults there is nothing to read. */
async function checkSettings() {
  const given = Object.keys(process.env).some(name => /^(FANAL_(?!DATA$|DEBUG$)|SMTP_|MAIL_|OIDC_|LOG_LEVEL$|DATABASE_URL$)/.test(name));
  if (!given) return;
  const settings = process.env.DATABASE_URL ? {} : { DATABASE_URL: 'postgres://embedded/fanal', FANAL_EMBEDDED: '1' };
  const { code } = await run(node(), [...TYPESCRIPT, 'tools/check-settings.ts'], { env: { ...process.env, ...settings } });
  if (code !== 0) throw Object.assign(new Stop(''), { exitCode: code }); // it has said why
}
