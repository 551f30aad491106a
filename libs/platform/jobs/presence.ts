import type pg from 'pg';

const EVERY = 30_000;

/** By the lock of its name a worker is known to live: it goes with the process. What one that was killed had begun, another begins anew. */
const takeFromTheDead = `
  select graphile_worker.force_unlock_workers(array_agg(name)) from (
    select distinct locked_by as name from graphile_worker._private_jobs where locked_by <> $1
  ) worker where pg_try_advisory_xact_lock(hashtextextended('worker ' || name, 0))`;

/** One worker among others. graphile-worker alone would wait four hours for one that is dead. */
export class Presence {
  private client?: pg.PoolClient;
  private timer?: NodeJS.Timeout;
  private looking = Promise.resolve();

  constructor(
    private readonly pool: pg.Pool,
    private readonly worker: string,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => (this.looking = this.looking.then(() => this.look())), EVERY).unref();
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    this.client?.release(true);
  }

  /** While the database is away nobody is dead: the next time. */
  private async look(): Promise<void> {
    try {
      this.client ??= await this.enter();
      await this.client.query(takeFromTheDead, [this.worker]);
    } catch {
      this.client?.release(true);
      this.client = undefined;
    }
  }

  private async enter(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query(`select pg_advisory_lock(hashtextextended('worker ' || $1, 0))`, [this.worker]);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
