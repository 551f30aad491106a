import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '../settings/settings.ts';
import { type WrappingKey, wrappingKey } from './sealing.ts';

const FILE = 'key';

/** The keys that wrap data keys, the newest first: from `FANAL_KEYS`; in a demonstration without them, one that it makes and keeps. */
@Injectable()
export class KeyRing {
  private held?: Promise<readonly WrappingKey[]>;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** None in a demonstration that has not had anything to seal yet. */
  async all(): Promise<readonly WrappingKey[]> {
    if (this.held) return this.held;
    const { keys } = this.settings;
    if (keys.length > 0) return (this.held = Promise.resolve(keys.map(wrappingKey)));
    const kept = await this.kept();
    return kept === null ? [] : (this.held = Promise.resolve([wrappingKey(kept)]));
  }

  async newest(): Promise<WrappingKey> {
    const [newest] = await this.all();
    if (newest) return newest;
    await this.make();
    return (await this.all())[0]!; // made a moment ago, by us or by another hub
  }

  private get file(): string {
    return join(this.settings.data, FILE);
  }

  private async kept(): Promise<string | null> {
    try {
      return (await readFile(this.file, 'utf8')).trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Whole or not at all, and of two hubs that begin together one makes it: a key that was used is never written over. */
  private async make(): Promise<void> {
    await mkdir(this.settings.data, { recursive: true });
    const own = `${this.file}.${randomBytes(6).toString('hex')}`;
    await writeFile(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(own, 0o600); // whatever the umask
    try {
      await link(own, this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await unlink(own);
    }
  }
}
