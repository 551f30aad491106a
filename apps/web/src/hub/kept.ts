import type { NormalizedCacheObject } from '@apollo/client';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Act } from './act.ts';

/** The last view of the hub, whose it is, and when it was true. */
export type View = { account: string | null; at: number; cache: NormalizedCacheObject };

interface Kept extends DBSchema {
  acts: { key: string; value: Act };
  views: { key: string; value: View };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What this device keeps: acts not yet answered, and the last view of the hub. */
const database = () =>
  (opened ??= openDB<Kept>('fanal', 1, {
    upgrade(made) {
      made.createObjectStore('acts', { keyPath: 'key' });
      made.createObjectStore('views');
    },
  }));

/** What this device would not keep, for as long as the page is open. */
const remembered = new Map<string, Act>();

const onDisk = async <T>(work: (disk: IDBPDatabase<Kept>) => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work(await database());
  } catch {
    opened = undefined; // full, forbidden or absent: it is tried again each time
    return otherwise;
  }
};

export const keptActs = {
  async all(): Promise<Act[]> {
    const kept = await onDisk(disk => disk.getAll('acts'), []);
    const lost = [...remembered.values()].filter(({ key }) => !kept.some(act => act.key === key));
    return [...kept, ...lost].sort((one, other) => (one.key < other.key ? -1 : 1));
  },
  /** False where the device would not keep it: it is remembered by the page. */
  async put(act: Act): Promise<boolean> {
    const kept = await onDisk(async disk => (await disk.put('acts', act), true), false);
    if (kept) remembered.delete(act.key);
    else remembered.set(act.key, { ...act, fleeting: true });
    return kept;
  },
  async delete(key: string): Promise<void> {
    remembered.delete(key);
    await onDisk(disk => disk.delete('acts', key), undefined);
  },
};

export const keptView = {
  read: async () => (await database()).get('views', 'last'),
  write: async (view: View) => void (await (await database()).put('views', view, 'last')),
  empty: async () => (await database()).clear('views'),
};
