// `npm test`, on a fresh clone too, with any Node from 20 on: everything that must hold, on databases, ports and folders of its own.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, install, node, TYPESCRIPT } from './tools/fresh.mjs';
import { openDatabase } from './tools/postgres.mjs';
import { alive, ending, interrupt, onStop, run, signalGroup, throwIfInterrupted } from './tools/processes.mjs';
import { refuse, say, tell } from './tools/say.mjs';
import { buildWeb, webCache } from './tools/web.mjs';

const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'].flatMap(setting => ['-c', setting]);
const FOLDER = 'fanal-test-';
const FAREWELL = 30_000; // between the last result and the end; who takes longer has left something open

const args = process.argv.slice(2).filter(arg => arg !== '--long');
let jest;

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
forgetSettings();
onStop(signal => {
  interrupt(signal);
  if (jest) signalGroup(jest, 'SIGKILL');
});
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = tell(error);
}
process.exit();

/** The developer's own must not decide what the tests find. */
function forgetSettings() {
  const theirs =
    /^(FANAL_(?!DEBUG$|NO_NAMESPACE$)|SMTP_|OIDC_|MAIL_FROM$|PG[A-Z]|DATABASE_URL$|PORT$|HOST$|LOG_LEVEL$|NODE_ENV$|NODE_OPTIONS$)/;
  for (const name of Object.keys(process.env)) if (theirs.test(name)) delete process.env[name];
}

async function main() {
  sweep();
  await install();
  process.umask(0o022); // PostgreSQL may have to be nobody
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  chmodSync(folder, 0o711);
  let database;
  try {
    mkdirSync(join(folder, 'tmp'));
    mkdirSync(join(folder, 'home'));
    say('Préparation des tests…', 'Preparing the tests…');
    const ready = await everyOne([
      openDatabase(join(folder, 'home'), CARELESS).then(opened => makeTemplate((database = opened))),
      buildWeb(webCache()),
      must('tools/chromium.mjs'),
    ]);
    return conclude(...(await runJest(folder, { FANAL_TEST_SERVER: database.url, ...(ready[1] && { FANAL_WEB: ready[1] }) })));
  } finally {
    await database?.close();
    killBelow(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The first failure counts, but only when all have ended: what they started must be known to be stopped. */
async function everyOne(works) {
  const ends = await Promise.allSettled(works);
  const failed = ends.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return ends.map(({ value }) => value);
}

function makeTemplate({ url }) {
  return must('tests/support/make-template.ts', { FANAL_TEST_SERVER: url });
}

async function must(file, settings = {}) {
  const { code } = await run(node(), [...TYPESCRIPT, file], { env: { ...process.env, ...settings } });
  if (code !== 0) refuse(`${file} a échoué.`, `${file} failed.`);
}

/** Its exit code, and its count so far if it came to one. */
async function runJest(folder, settings) {
  const tally = join(folder, 'tally.json');
  const count = () => (existsSync(tally) ? JSON.parse(readFileSync(tally, 'utf8') || 'null') : undefined);
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '-C', 'source'];
  jest = spawn(node(), [...flags, 'tests/support/jest.mjs', '--maxWorkers=2', '--passWithNoTests', ...args], {
    env: {
      ...process.env,
      ...settings,
      ...(process.argv.includes('--long') && { FANAL_LONG: '1' }),
      FANAL_TEST_CACHE: cacheFolder(),
      FANAL_TEST_TALLY: tally,
      TMPDIR: join(folder, 'tmp'),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  let farewell;
  const watch = setInterval(() => {
    if (farewell || !count()?.complete) return;
    farewell = setTimeout(() => {
      say('Un test a laissé quelque chose d’ouvert : jest ne finit pas.', 'A test has left something open: jest does not end.');
      signalGroup(jest, 'SIGKILL');
    }, FAREWELL);
  }, 500);
  const code = await ending(jest);
  clearInterval(watch);
  clearTimeout(farewell);
  return [code, count()];
}

function conclude(code, count) {
  throwIfInterrupted();
  const { passed, failed, skipped, complete } = count ?? { passed: 0, failed: 0, skipped: 0, complete: code === 0 };
  const wrong = code !== 0 || !complete ? Math.max(failed, 1) : failed;
  console.log(`${passed} passed, ${wrong} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return wrong > 0 || passed === 0 ? code || 1 : 0;
}

/** What a run that was killed left behind. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter(each => each.startsWith(FOLDER))) {
    if (alive(Number(name.slice(FOLDER.length).split('-')[0]))) continue;
    killBelow(join(tmpdir(), name));
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** Whatever still works in our folder was started by a test that could not end it. */
function killBelow(folder) {
  if (!existsSync('/proc/self/cwd')) return;
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name)))
    try {
      if (readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // gone, or another user's
    }
}
