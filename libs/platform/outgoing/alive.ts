import pg from 'pg';
import { newId } from '#libs/kernel';
import { connectionOptions } from '../database/database.ts';

/** By the lock of its name a worker is known to live: it goes with its connection, and so with its process. */
export class Alive {
  private entering?: Promise<string>;
  private client?: pg.Client;

  constructor(private readonly url: string) {}

  /** Under which claims are made now. Another one after its connection broke: what was claimed before may be taken by others. */
  name(): Promise<string> {
    this.entering ??= this.enter().catch((error: Error) => {
      this.entering = undefined;
      throw error;
    });
    return this.entering;
  }

  async end(): Promise<void> {
    await this.entering?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
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
    client.on('error', () => undefined); // 'end' follows
    client.once('end', () => (this.entering = undefined));
    await client.connect();
    try {
      await client.query(`select pg_advisory_lock(hashtextextended('sender ' || $1, 0))`, [name]);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.client = client;
    return name;
  }
}

/** Whose lock is free is dead. What it had not handed over another sends; what it had, only a person may send again. */
export const takeFromTheDead = `
  with claimant as materialized (
    select distinct claimed_by as name from platform.outgoing where state in ('PENDING', 'HANDED') and claimed_by is not null
  ), dead as materialized (
    select name from claimant where name <> all($1::text[]) and pg_try_advisory_xact_lock(hashtextextended('sender ' || name, 0))
  ), probe_over as (
    update platform.lane set probed_by = null, probing_until = null from dead where probed_by = dead.name
  )
  update platform.outgoing set
    state = case when state = 'HANDED' then 'UNSURE' else state end,
    -- whoever was only away, and not dead, may still say what came of it
    claimed_by = case when state = 'HANDED' then claimed_by end,
    last_error = case when state = 'HANDED' then 'WORKER_DIED' else last_error end
  from dead where claimed_by = dead.name and state in ('PENDING', 'HANDED')
  returning id, template, subject, state`;
