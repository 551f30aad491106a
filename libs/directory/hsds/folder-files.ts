import { createReadStream } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Files } from './csv-source.ts';
import { UnreadableSource } from './hsds-source.ts';

/** A folder's files. Nothing outside of it is opened, links included. */
export async function folderFiles(folder: string): Promise<Files> {
  const root = await realpath(folder);
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    );
  return {
    names,
    async open(name) {
      const path = await realpath(join(root, name));
      if (!path.startsWith(root + sep)) throw new UnreadableSource('SOURCE_UNSAFE', { file: name });
      return createReadStream(path) as AsyncIterable<Buffer>; // no encoding: buffers
    },
    close: () => Promise.resolve(),
  };
}
