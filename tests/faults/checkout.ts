import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LEFT_OUT = new Set(['node_modules', '.git', '.fanal', '.env', 'dist', 'coverage', 'shots']);

/** What one command printed, and how it ended. */
export interface Run {
  process: ChildProcess;
  said: () => string;
  ended: Promise<number>;
}

/** A copy of this folder in which the real `npm start` is run; its packages are links to ours, its locks its own. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  readonly data = join(this.folder, '.fanal');

  constructor() {
    for (const name of readdirSync('.').filter(each => !LEFT_OUT.has(each))) cpSync(name, join(this.folder, name), { recursive: true });
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of readdirSync('node_modules').filter(each => !/^\.(fanal|cache|vite)/.test(each)))
      symlinkSync(join(process.cwd(), 'node_modules', name), join(this.folder, 'node_modules', name));
  }

  /** The screens that the tests were given, where `npm start` looks for them. */
  bringScreens(): void {
    const built = process.env.FANAL_WEB;
    if (built) cpSync(built, join(this.data, 'web', basename(built)), { recursive: true });
  }

  start(settings: Record<string, string> = {}): Run {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = spawn(process.execPath, ['start.mjs'], {
      cwd: this.folder,
      env: { PATH, HOME, TMPDIR, LANG: 'fr_CA.UTF-8', ...settings } as NodeJS.ProcessEnv, // unset names stay unset
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text));
    return {
      process: child,
      said: () => said,
      ended: new Promise(done => child.once('close', (code, signal) => done(code ?? (signal ? -1 : 0)))),
    };
  }

  /** Up to the line that says it can be used. */
  async started(settings: Record<string, string>): Promise<Run> {
    const run = this.start(settings);
    const ended = run.ended.then(code => code as number | undefined);
    while (!/^Fanal: http/m.test(run.said())) {
      const code = await Promise.race([ended, delay(50, undefined)]);
      if (code !== undefined) throw new Error(`npm start ended with ${code}: ${run.said()}`);
    }
    return run;
  }

  /** The processes at work in this folder, by what they were told to run. */
  working(): { pid: number; command: string }[] {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name) && attempt(() => `${readlinkSync(`/proc/${name}/cwd`)}/`.startsWith(`${this.folder}/`)))
      .map(name => ({
        pid: Number(name),
        command: attempt(() => readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')) ?? '',
      }))
      .filter(({ command }) => command !== ''); // a zombie has none
  }

  one(part: string): number {
    const found = this.working().find(({ command }) => command.includes(part));
    if (!found) throw new Error(`nothing runs ${part}`);
    return found.pid;
  }

  databaseUrl(): string {
    const [, , , port] = readFileSync(join(this.data, 'db/postmaster.pid'), 'utf8').split('\n');
    return `postgres://fanal:${readFileSync(join(this.data, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/fanal`;
  }

  hasData(): boolean {
    return existsSync(this.data);
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // it ended meanwhile
  }
}
