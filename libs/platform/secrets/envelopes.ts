import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Settings } from '../settings/settings.ts';
import { KeyRing } from './key-ring.ts';
import { opened, sealed, type WrappingKey } from './sealing.ts';
import { Secret } from './secret.ts';

/** Where something sealed stands: it opens nowhere else. */
export interface SealedPlace {
  /** With its room. */
  readonly table: string;
  /** The row's id. */
  readonly row: string;
  readonly column: string;
}

export interface Sealed {
  readonly keyId: string;
  readonly place: SealedPlace;
  readonly blob: Buffer;
}

/** `DESTROYED`: nobody reads it any more. `UNREADABLE`: the key that wraps its key is not among ours. */
export type Opened = Secret | 'DESTROYED' | 'UNREADABLE';

interface DataKey {
  id: string;
  kek: string | null;
  wrapped: Buffer | null;
}

type Reader = Pick<EntityManager, 'query'>;

const ofKey = (id: string): string => `platform.data_key|${id}|wrapped`;
const at = ({ table, row, column }: SealedPlace): string => `${table}|${row}|${column}`;

/** What is kept of people, so that their database without its keys says nothing: one key for each of them, wrapped by a key of the ring. */
@Injectable()
export class Envelopes implements OnApplicationBootstrap {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(KeyRing) private readonly ring: KeyRing,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Says what it cannot read, and starts: all the rest works. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.roles.size === 0) return; // a command line says so where it matters
    const { missing, unreadable } = await this.unreadable(this.db.manager);
    if (unreadable > 0)
      this.log.warn({ missing, unreadable }, 'keys are missing: what they protect cannot be read until FANAL_KEYS has them');
  }

  /** The id of a key of its own, for one subject. */
  async newKey(tx: Transaction): Promise<string> {
    const id = newId();
    const { fingerprint, key } = await this.ring.newest();
    await tx.manager.query('insert into platform.data_key (id, kek, wrapped, made_at) values ($1, $2, $3, $4)', [
      id,
      fingerprint,
      sealed(key, ofKey(id), randomBytes(32)),
      this.clock.now(),
    ]);
    return id;
  }

  /** Throws where the key was destroyed: nothing new is kept of whom we have forgotten. */
  async seal(tx: Transaction, keyId: string, place: SealedPlace, text: string): Promise<Buffer> {
    const key = this.unwrapped((await keysOf(tx.manager, [keyId])).get(keyId), await this.ring.all());
    if (!Buffer.isBuffer(key)) throw new Error(`Nothing can be sealed under ${keyId}: ${key}.`);
    return sealed(key, at(place), Buffer.from(text));
  }

  async open({ manager }: { manager: Reader }, one: Sealed): Promise<Opened> {
    const [only] = await this.openAll({ manager }, [one]);
    return only!;
  }

  /** Each in its order; the keys are read at once. Throws where one was altered or moved. */
  async openAll({ manager }: { manager: Reader }, all: readonly Sealed[]): Promise<Opened[]> {
    const ids = [...new Set(all.map(({ keyId }) => keyId))];
    const [keys, ring] = [await keysOf(manager, ids), await this.ring.all()];
    return all.map(({ keyId, place, blob }) => {
      const key = this.unwrapped(keys.get(keyId), ring);
      return Buffer.isBuffer(key) ? new Secret(opened(key, at(place), blob).toString()) : key;
    });
  }

  /** What they sealed is read by nobody any more, in backups either once those have expired. Answers how many were still there. */
  async destroy(tx: Transaction, keyIds: readonly string[]): Promise<number> {
    const [, destroyed] = await tx.manager.query<[unknown[], number]>(
      `update platform.data_key set kek = null, wrapped = null, destroyed_at = greatest(made_at, $2)
       where id = any($1::uuid[]) and wrapped is not null`,
      [keyIds, this.clock.now()],
    );
    return destroyed;
  }

  /** Wraps so many keys anew under the newest one, those of others that we hold. Answers how many it did: none, when all are. */
  async rewrap(tx: Transaction, atMost: number): Promise<number> {
    const [newest, ring] = [await this.ring.newest(), await this.ring.all()];
    const older = await tx.manager.query<DataKey[]>(
      `select id, kek, wrapped from platform.data_key where wrapped is not null and kek <> $1 and kek = any($2)
       order by id limit $3 for update skip locked`,
      [newest.fingerprint, ring.map(({ fingerprint }) => fingerprint), atMost],
    );
    const anew = older.map(row => sealed(newest.key, ofKey(row.id), this.unwrapped(row, ring) as Buffer)); // of the ring, by the query
    await tx.manager.query(
      `update platform.data_key held set kek = $1, wrapped = given.wrapped from unnest($2::uuid[], $3::bytea[]) as given (id, wrapped) where held.id = given.id`,
      [newest.fingerprint, older.map(({ id }) => id), anew],
    );
    return older.length;
  }

  /** The fingerprints of keys that we do not have, and how many data keys they wrap. */
  async unreadable(manager: Reader): Promise<{ missing: string[]; unreadable: number }> {
    const ring = await this.ring.all();
    const rows = await manager.query<{ kek: string; n: number }[]>(
      'select kek, count(*)::int as n from platform.data_key where wrapped is not null and kek <> all($1::text[]) group by kek order by kek',
      [ring.map(({ fingerprint }) => fingerprint)],
    );
    return { missing: rows.map(({ kek }) => kek), unreadable: rows.reduce((sum, { n }) => sum + n, 0) };
  }

  private unwrapped(row: DataKey | undefined, ring: readonly WrappingKey[]): Buffer | 'DESTROYED' | 'UNREADABLE' {
    if (!row?.wrapped) return 'DESTROYED'; // a key that is not there at all has gone with its backup
    const by = ring.find(({ fingerprint }) => fingerprint === row.kek);
    return by ? opened(by.key, ofKey(row.id), row.wrapped) : 'UNREADABLE';
  }
}

async function keysOf(manager: Reader, ids: readonly string[]): Promise<Map<string, DataKey>> {
  const rows = await manager.query<DataKey[]>('select id, kek, wrapped from platform.data_key where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(row => [row.id, row]));
}
