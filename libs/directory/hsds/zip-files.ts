import yauzl from 'yauzl';
import type { Files } from './csv-source.ts';
import { UnreadableSource } from './hsds-source.ts';

const MOST_ENTRIES = 1_000;
const MOST_BYTES = 2 ** 30; // unpacked, all together
const MOST_TIMES = 200; // what is packed tighter than this is no text that people wrote
const SMALL = 2 ** 20;

/** A zip's files, unpacked as they are read and never onto the disk. What unpacks to more than it declares breaks off. */
export async function zipFiles(path: string): Promise<Files> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw new UnreadableSource('SOURCE_NOT_ZIP', { reason: error.message });
  });
  const entries = new Map<string, yauzl.Entry>();
  let size = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      size += entry.uncompressedSize;
      const bomb = entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * MOST_TIMES;
      if (size > MOST_BYTES || entries.size >= MOST_ENTRIES || bomb)
        throw new UnreadableSource('SOURCE_TOO_LARGE', { file: entry.fileName });
      if (entries.has(entry.fileName) || entry.isEncrypted()) throw new UnreadableSource('SOURCE_UNSAFE', { file: entry.fileName });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableSource ? error : new UnreadableSource('SOURCE_NOT_ZIP', { reason: (error as Error).message });
  }
  return {
    names: [...entries.keys()],
    open: async name => (await zip.openReadStreamPromise(entries.get(name)!)) as AsyncIterable<Buffer>, // one of `names`
    close: async () => zip.close(),
  };
}
