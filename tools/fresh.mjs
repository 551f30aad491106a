// What a fresh clone lacks: the packages, and with them Node 24. Plain Node 20.0, no packages.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { claimInTurn, holder } from './lock.mjs';
import { run } from './processes.mjs';
import { refuse, say } from './say.mjs';

const STAMP = join('node_modules', '.fanal-installed');
const INSTALLING = join('node_modules', '.fanal-installing');

/** Held as long as a hub runs from this folder: nobody may empty node_modules under it. */
export const STARTED = join('node_modules', '.fanal-started');

/** The flags that every TypeScript file of ours runs with. */
export const TYPESCRIPT = ['-C', 'source', '--import', './tools/ts.mjs'];

export function node() {
  const own = resolve(`node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own)) return own;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return refuse(
    `Fanal a besoin de Node 24 : aucun n’est fourni pour ${process.platform}-${process.arch}, et celui-ci est le ${process.versions.node}.`,
    `Fanal needs Node 24: none comes with it for ${process.platform}-${process.arch}, and this one is ${process.versions.node}.`,
  );
}

/** Installs if the lockfile is not what the packages came from; `mine` is the caller's lock in node_modules, if it holds one. */
export async function install(mine) {
  if (installed()) return;
  mkdirSync('node_modules', { recursive: true });
  const lock = await claimInTurn(INSTALLING, pid =>
    say(`Une autre installation est en cours (processus ${pid})…`, `Another installation is under way (process ${pid})…`),
  );
  const locks = [lock, ...(mine ? [mine] : [])];
  try {
    await delay(200); // one that emptied the folder just now puts its own lock back
    if (!locks.every(each => each.holds())) return await install(mine);
    if (installed()) return;
    const runs = mine ? undefined : holder(STARTED);
    if (runs)
      refuse(
        `Les paquets ont changé, et Fanal tourne depuis ce dossier (processus ${runs}) : arrêtez-le d’abord.`,
        `The packages have changed, and Fanal runs from this folder (process ${runs}): stop it first.`,
      );
    say('Installation des paquets…', 'Installing the packages…');
    await npmCi(locks);
    writeFileSync(STAMP, wanted());
  } finally {
    lock.release();
  }
}

async function npmCi(locks) {
  const keeping = setInterval(() => existsSync('node_modules') && locks.forEach(lock => lock.renew()), 50);
  const cache = cacheOfNpm();
  // Without install scripts: none is needed, so none can do harm, and it makes no difference whether they are switched off.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  try {
    const { code } = await run('npm', args, { env: { ...process.env, ...cache.env, PATH: pathWithoutOurs() } });
    if (code !== 0)
      refuse(
        'Les paquets n’ont pas pu être installés ; npm dit pourquoi ci-dessus.',
        'The packages could not be installed; npm says why above.',
      );
    if ((await run(node(), ['--version'], { capture: true })).code !== 0)
      refuse('Le Node 24 fourni ne fonctionne pas sur ce système.', 'The Node 24 that came with it does not run on this system.');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    refuse('La commande npm est introuvable.', 'The command npm was not found.');
  } finally {
    clearInterval(keeping);
    mkdirSync('node_modules', { recursive: true });
    locks.forEach(lock => lock.renew());
    cache.remove();
  }
}

/** npm keeps a cache in the home folder; a user without one gets it for the time of the installation. */
function cacheOfNpm() {
  const usual = process.env.npm_config_cache || (homedir() && join(homedir(), '.npm')); // `npm start` names it, whether or not it can be
  if (usual && writable(nearest(usual))) return { env: {}, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'fanal-npm-'));
  return { env: { npm_config_cache: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One by one: node's own `recursive` never ends where a folder says it was not found after all (/proc). */
export function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** The folder itself, or the first above it that exists. */
export function nearest(folder) {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

export function writable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `npm start` puts node_modules/.bin first, whose node goes away while npm installs. */
function pathWithoutOurs() {
  const ours = resolve('node_modules/.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => resolve(folder) !== ours)
    .join(delimiter);
}

export function installed() {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === wanted();
  if (!installedByHand()) return false;
  if (writable('node_modules')) writeFileSync(STAMP, wanted());
  return true;
}

function wanted() {
  return `${process.platform}-${process.arch} ${digest(readFileSync('package-lock.json'))}`;
}

/** After someone's own `npm ci`: npm writes what it installed into a file, as its last deed. */
function installedByHand() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const complete = Object.entries(wanted).every(
    ([path, { version, optional }]) => !path || (there[path] ? there[path].version === version : optional),
  );
  return complete && Object.keys(there).every(path => wanted[path]) && existsSync(node());
}

export function digest(...contents) {
  return contents
    .reduce((sum, content) => sum.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
}

/** Where tests keep what is costly to make again: beside the packages, or beside nobody's if those are another user's. */
export function cacheFolder() {
  if (process.env.FANAL_TEST_CACHE) return process.env.FANAL_TEST_CACHE; // test.mjs has settled it; TMPDIR is another under it
  const name = `fanal-${process.getuid?.() ?? 0}`;
  const folder = writable('node_modules') ? resolve('node_modules/.cache', name) : join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** All files below a folder, by path; readdir's own `recursive` is younger than Node 20.0. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && name !== 'node_modules' && name !== 'dist',
  );
  return entries.flatMap(entry => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)])).sort();
}
