// A file that says which process holds something. A dead holder's is taken over. Plain Node 20.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { identity, lives, throwIfInterrupted } from './processes.mjs';

const WRITING = 2_000; // an empty file this young is being written

/** The living holder's process number, if any. */
export function holder(file) {
  const held = read(file);
  if (held === undefined) return undefined;
  if (held === '' && Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < WRITING) return NaN;
  return lives(held) ? Number.parseInt(held, 10) : undefined;
}

/** The lock, or undefined if a living process holds it. */
export function claim(file) {
  const mine = identity();
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return {
        /** Puts it back: `npm ci` empties the folder where it lies, and someone may have come in between; we were first. */
        renew: () => read(file) === mine || writeFileSync(file, mine),
        release: () => read(file) === mine && rmSync(file, { force: true }),
        holds: () => read(file) === mine,
      };
    } catch (error) {
      if (error.code !== 'EEXIST') {
        if (read(file) === '') rmSync(file, { force: true }); // a full disk has room for a name
        throw error;
      }
    }
    if (holder(file) !== undefined) return undefined;
    bury(file);
  }
}

/** Waits its turn, or until the person says stop. */
export function claimInTurn(file, onWait = () => {}) {
  return claimPatiently(file, onWait, throwIfInterrupted);
}

/** Waits its turn, whatever comes: for those who clean up. */
export async function claimPatiently(file, onWait = () => {}, check = () => {}) {
  for (let waited = false; ; waited = true) {
    const lock = claim(file);
    if (lock) return lock;
    if (!waited) onWait(holder(file));
    check();
    await delay(waited ? 100 : 20);
  }
}

/** By renaming, which only one of two can do; what turns out to be alive is put back. */
function bury(file) {
  const grave = `${file}.${process.pid}`;
  try {
    renameSync(file, grave);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (lives(read(grave) ?? '')) renameSync(grave, file);
  else rmSync(grave, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
