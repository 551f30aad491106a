// Which process is which, and the end of those we started. Plain Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { Stop, words } from './say.mjs';

/** A process by its number and the moment it began: numbers come round again. */
export function identity(pid = process.pid) {
  return `${pid} ${beginning(pid) ?? '?'}`;
}

export function lives(identified) {
  const [pid, since] = [Number.parseInt(identified, 10), identified.slice(identified.indexOf(' ') + 1)];
  return pid > 0 && beginning(pid) === since;
}

export function alive(pid) {
  return beginning(pid) !== undefined;
}

/** When the process began, in the system's own words; undefined once it is dead, even if nobody has buried it yet. */
function beginning(pid) {
  if (existsSync('/proc/self/stat')) {
    const [state, ...fields] = textOf(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    return state && state !== 'Z' && state !== 'X' ? fields[18] : undefined;
  }
  const { stdout, status } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && !stdout.startsWith('Z') ? stdout.trim().replace(/^\S+\s+/, '') : undefined;
}

export function commandOf(pid) {
  if (existsSync('/proc/self/stat')) return textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const running = new Set();
let interruption;

/** Raised in whoever waits for a command when the person says stop. */
export class Interrupted extends Stop {
  constructor() {
    super(words(`Arrêté avant la fin (${interruption}).`, `Stopped before the end (${interruption}).`));
    this.exitCode = 128 + constants.signals[interruption];
  }
}

export function throwIfInterrupted() {
  if (interruption) throw new Interrupted();
}

/** Calls back for every signal that means stop. Also when npm has gone: a SIGTERM to it ends its shell, and the shell tells nobody. */
export function onStop(callback) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => callback(signal));
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    callback('SIGTERM');
  }, 500).unref();
}

/** Ends every command that `run` is waiting for; they have a process group each, so that the terminal does not reach them first. */
export function interrupt(signal) {
  interruption ??= signal;
  for (const child of running) signalGroup(child, 'SIGTERM');
  setTimeout(() => running.forEach(child => signalGroup(child, 'SIGKILL')), 1_000).unref();
}

export function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

/** Runs a command to its end; what it prints goes to stderr, or is kept with `capture`. */
export async function run(command, args, { capture = false, input, ...options } = {}) {
  throwIfInterrupted();
  const out = capture ? 'pipe' : 2;
  const child = spawn(command, args, { stdio: [input === undefined ? 'ignore' : 'pipe', out, out], detached: true, ...options });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += text));
  child.stdin?.on('error', () => {}).end(input);
  try {
    const code = await ending(child, capture ? 'close' : 'exit');
    throwIfInterrupted();
    return { code, said };
  } finally {
    running.delete(child);
  }
}

/** The exit code, as a shell would say it. */
export function ending(child, event = 'exit') {
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once(event, (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}
