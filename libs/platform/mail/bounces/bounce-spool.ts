import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BounceSource, LARGEST, type Took } from './bounce-source.ts';

const ASIDE = 'aside';

/** A folder into which the mail server writes one file a message, or a Maildir. Another worker may read it too. */
export class BounceSpool implements BounceSource {
  constructor(
    private readonly folder: string,
    /** A file that was written to since may not be whole. */
    private readonly settledMs: number,
  ) {}

  async read(take: (raw: Buffer) => Promise<Took>, stopped: () => boolean): Promise<void> {
    for (const path of await this.waiting()) {
      if (stopped()) return;
      await this.one(path, take).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error; // the other worker had it
      });
    }
  }

  private async waiting(): Promise<string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true });
    const isMaildir = entries.some(entry => entry.name === 'new' && entry.isDirectory());
    const folder = isMaildir ? join(this.folder, 'new') : this.folder;
    const files = isMaildir ? await readdir(folder, { withFileTypes: true }) : entries;
    return files.filter(file => file.isFile() && !file.name.startsWith('.')).map(({ name }) => join(folder, name));
  }

  private async one(path: string, take: (raw: Buffer) => Promise<Took>): Promise<void> {
    const { size, mtimeMs } = await stat(path);
    if (mtimeMs > Date.now() - this.settledMs) return;
    const took = size > LARGEST ? 'NOT_OURS' : await take(await readFile(path));
    if (took === 'TAKEN') await rm(path, { force: true });
    else if (took === 'NOT_OURS') await this.layAside(path);
  }

  private async layAside(path: string): Promise<void> {
    const aside = join(this.folder, ASIDE);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(path, join(aside, path.slice(path.lastIndexOf('/') + 1)));
  }
}
