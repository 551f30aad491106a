import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from '../database/database.ts';

const PULSE = 5_000;

type Heard = (channel: string, payload: string) => void;

/** One LISTEN connection serves the whole process. After a break it listens again, and rings once for what went unheard. */
export class Bell {
  private connection?: pg.Client;
  private closed = false;
  private pulse?: NodeJS.Timeout;
  private readonly listeners = new Map<string, Set<Heard>>();

  constructor(private readonly url: string) {}

  /** What to do when a channel rings; the payload is empty after a break: something may have been missed. */
  on(channel: string, heard: Heard): void {
    const others = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, others.add(heard));
    const { connection } = this;
    if (!connection) return;
    const listened = connection.query(`listen ${channel}`).then(() => heard(channel, '')); // what came before it was heard
    void listened.catch(() => this.lose(connection));
  }

  async open(): Promise<void> {
    await this.listen();
  }

  /** On the connection that listens: what waits for it waits for nobody else. */
  async query<T>(sql: string, values: unknown[]): Promise<T[]> {
    if (!this.connection) throw new Error('Nobody listens at the moment.');
    return (await this.connection.query(sql, values)).rows as T[];
  }

  get listening(): boolean {
    return this.connection !== undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.pulse);
    await this.connection?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const connection = new pg.Client({
      connectionString: this.url,
      options: connectionOptions('fanal_app'),
      application_name: 'fanal bell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    connection.on('error', () => undefined); // 'end' follows, and listens again
    connection.on('notification', ({ channel, payload }) => this.ring(channel, payload ?? ''));
    await connection.connect();
    try {
      for (const channel of this.listeners.keys()) await connection.query(`listen ${channel}`);
      if (this.closed) throw new Error('Closed meanwhile.');
    } catch (error) {
      void connection.end().catch(() => undefined);
      throw error;
    }
    this.connection = connection;
    connection.once('end', () => this.lose(connection));
    this.pulse = setInterval(() => void connection.query('select 1').catch(() => this.lose(connection)), PULSE).unref();
    for (const channel of this.listeners.keys()) this.ring(channel, '');
  }

  /** It ended, or does not answer: a line that is cut without a word rings no more, and says nothing of it. */
  private lose(connection: pg.Client): void {
    if (this.connection !== connection) return;
    this.connection = undefined;
    clearInterval(this.pulse);
    void connection.end().catch(() => undefined);
    void this.listenAgain();
  }

  private async listenAgain(): Promise<void> {
    while (!this.closed) {
      await delay(250, undefined, { ref: false });
      if (this.closed) return;
      const again = await this.listen().catch(() => 'failed');
      if (again !== 'failed') return;
    }
  }

  private ring(channel: string, payload: string): void {
    for (const heard of this.listeners.get(channel) ?? []) heard(channel, payload);
  }
}
