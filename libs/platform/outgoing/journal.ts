import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * On this machine, beside the database: which messages a worker said the last word of, and which were taken. What is written to a file stays when the process is
 * killed, and costs microseconds; so it tells apart what has left, what may have, and what was only about to.
 */
export class Journal {
  private file?: number;

  private constructor(private readonly path: string) {}

  static open(folder: string, worker: string): Journal {
    const journal = new Journal(join(folder, worker));
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeOld(folder);
      journal.file = openSync(journal.path, 'a', 0o600);
    } catch {
      journal.file = undefined; // nowhere to write: after a crash what was handed over is unsure
    }
    return journal;
  }

  /** Of which a worker said the last word, and of which of those it heard that they were taken; null where that is not known. */
  static read(folder: string, worker: string): Noted | null {
    try {
      const lines = readFileSync(join(folder, worker), 'utf8').split('\n').filter(Boolean);
      const taken = new Set(lines.filter(line => line.endsWith(TAKEN)).map(line => line.slice(0, -TAKEN.length)));
      return { said: new Set(lines.filter(line => !line.endsWith(TAKEN))), taken };
    } catch {
      return null;
    }
  }

  /** Once what it tells has been recorded. */
  static forget(folder: string, worker: string): void {
    rmSync(join(folder, worker), { force: true });
  }

  /** The next thing that this process does is to say it. */
  lastWordOf(id: string): void {
    if (this.file !== undefined) writeSync(this.file, `${id}\n`);
  }

  /** Whoever it was said to has taken it. */
  takenOf(id: string): void {
    if (this.file !== undefined) writeSync(this.file, `${id}${TAKEN}\n`);
  }

  /** Whoever ends in peace leaves nothing to read. */
  close(keep: boolean): void {
    if (this.file === undefined) return;
    closeSync(this.file);
    this.file = undefined;
    if (!keep) rmSync(this.path, { force: true });
  }
}

const TAKEN = ' taken';

export interface Noted {
  said: ReadonlySet<string>;
  taken: ReadonlySet<string>;
}

const OLD = 7 * 86_400_000;

/** Of workers that had claimed nothing when they died: nobody asks for them. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - OLD) rmSync(path, { force: true });
  }
}
