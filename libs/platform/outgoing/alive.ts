import { join } from 'node:path';
import pg from 'pg';
import { newId } from '#libs/kernel';
import { connectionOptions } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { Journal } from './journal.ts';

/** By the lock of its name a worker is known to live: it goes with its connection, and so with its process. */
export class Alive {
  private entering?: Promise<string>;
  private present?: { name: string; client: pg.Client; journal: Journal };
  private readonly folder: string;

  constructor(
    private readonly url: string,
    data: string,
  ) {
    this.folder = join(data, 'sending');
  }

  /** Under which claims are made now. Another one after its connection broke: what was claimed before may be taken by others. */
  name(): Promise<string> {
    this.entering ??= this.enter().catch((error: Error) => {
      this.entering = undefined;
      throw error;
    });
    return this.entering;
  }

  /** Whether what was claimed under this name is still nobody else's; if so, the last word of one may be said now, and is noted. */
  lastWord(name: string, id: string): boolean {
    if (this.present?.name !== name) return false;
    this.present.journal.lastWordOf(id);
    return true;
  }

  /** It was taken: noted at once, and recorded a moment later. */
  wasTaken(name: string, id: string): void {
    if (this.present?.name === name) this.present.journal.takenOf(id);
  }

  async end(): Promise<void> {
    await this.entering?.catch(() => undefined);
    const { present } = this;
    this.present = undefined;
    await present?.client.end().catch(() => undefined);
    present?.journal.close(false); // what is still handed over is unsure
  }

  /** What the dead had claimed: their names, and of which the last word was not said. Their locks are held until the transaction ends. */
  async takeFromTheDead(tx: Transaction): Promise<{ taken: Taken[]; names: string[] }> {
    const dead = await tx.manager.query<{ name: string }[]>(findTheDead, [await this.name()]);
    const taken: Taken[] = [];
    for (const { name } of dead) {
      const noted = Journal.read(this.folder, name);
      const [rows] = await tx.manager.query<[Taken[], number]>(take, [
        name,
        noted !== null,
        [...(noted?.said ?? [])],
        [...(noted?.taken ?? [])],
      ]);
      await tx.manager.query('update platform.lane set probed_by = null, probing_until = null where probed_by = $1', [name]);
      taken.push(...rows);
    }
    return { taken, names: dead.map(({ name }) => name) };
  }

  /** Once that has committed. */
  forget(names: readonly string[]): void {
    for (const name of names) Journal.forget(this.folder, name);
  }

  private async enter(): Promise<string> {
    const name = newId();
    const client = new pg.Client({
      connectionString: this.url,
      options: connectionOptions('fanal_app'),
      application_name: 'fanal sender',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const journal = Journal.open(this.folder, name);
    client.on('error', () => undefined); // 'end' follows
    client.once('end', () => this.leave(name));
    await client.connect();
    try {
      await client.query(`select pg_advisory_lock(hashtextextended('sender ' || $1, 0))`, [name]);
    } catch (error) {
      await client.end();
      journal.close(false);
      throw error;
    }
    this.present = { name, client, journal };
    return name;
  }

  private leave(name: string): void {
    if (this.present?.name !== name) return;
    this.present.journal.close(true);
    this.present = undefined;
    this.entering = undefined;
  }
}

export interface Taken {
  id: string;
  template: string;
  subject: string;
  state: 'PENDING' | 'SENT' | 'UNSURE';
}

const findTheDead = `
  select name from (
    select distinct claimed_by as name from platform.outgoing where state in ('PENDING', 'HANDED') and claimed_by is not null
    union select probed_by from platform.lane where probed_by is not null
  ) claimant where name <> $1 and pg_try_advisory_xact_lock(hashtextextended('sender ' || name, 0))`;

/** What it had not handed over another sends; what was taken was sent; what may have been, only a person may send again. */
const take = `
  with mine as (
    select id, state = 'HANDED' and (not $2 or id = any($3::uuid[])) and not id = any($4::uuid[]) as unsure,
      state = 'HANDED' and id = any($4::uuid[]) as sent
    from platform.outgoing where claimed_by = $1 and state in ('PENDING', 'HANDED') for update
  )
  update platform.outgoing set
    state = case when sent then 'SENT' when unsure then 'UNSURE' else 'PENDING' end,
    sent_at = case when sent then handed_at end,
    tries = tries + sent::int,
    handed_at = case when unsure then handed_at end,
    -- whoever was only away, and not dead, may still say what came of it
    claimed_by = case when unsure then claimed_by end,
    last_error = case when sent then null when unsure then 'WORKER_DIED' else last_error end
  from mine where outgoing.id = mine.id
  returning outgoing.id, outgoing.template, outgoing.subject, outgoing.state`;
