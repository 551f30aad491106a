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

export const keptActs = {
  all: async () => (await database()).getAll('acts'),
  put: async (act: Act) => void (await (await database()).put('acts', act)),
  delete: async (key: string) => (await database()).delete('acts', key),
};

export const keptView = {
  read: async () => (await database()).get('views', 'last'),
  write: async (view: View) => void (await (await database()).put('views', view, 'last')),
  empty: async () => (await database()).clear('views'),
};
