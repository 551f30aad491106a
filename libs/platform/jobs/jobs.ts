import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type JobHelpers, Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { connectionOptions } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Settings } from '../settings/settings.ts';
import { Presence } from './presence.ts';

/** What a task is told beside its payload: which try this is, and how many there will be. */
export interface Attempt {
  number: number;
  of: number;
  /** The hub ends, and waits no longer. */
  stopped?: AbortSignal;
}
type Task = (payload: Record<string, string>, attempt: Attempt) => Promise<void>;

interface Enqueued {
  /** A later job of the same key replaces one that waits. */
  key?: string;
  runAt?: Date;
  attempts?: number;
}

const TRIES = 12; // with growing pauses: about sixteen hours
const POLLED = 1_000;
const PATIENCE = 3_000; // with what is under way when the hub ends

/** Work that is done after the commit, by whichever worker is free, again until it is done. Payloads hold ids, nothing personal. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly tasks = new Map<string, Task>();
  private pool?: pg.Pool;
  private runner?: Runner;
  private presence?: Presence;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Before the hub has started. */
  define(name: string, task: Task): void {
    this.tasks.set(name, task);
  }

  /** In the command's transaction: what is rolled back is never done. */
  async enqueue(
    tx: Transaction,
    task: string,
    payload: Record<string, string>,
    { key, runAt, attempts = TRIES }: Enqueued = {},
  ): Promise<void> {
    await tx.manager.query('select platform.enqueue($1, $2::json, $3, $4, $5)', [
      task,
      JSON.stringify(payload),
      key ?? null,
      runAt ?? null,
      attempts,
    ]);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.roles.has('worker')) return;
    this.pool = new pg.Pool({
      connectionString: this.settings.databaseUrl,
      options: connectionOptions('fanal_owner'),
      max: 6, // four jobs, one that listens, one that is present
      application_name: 'fanal worker',
    });
    this.pool.on('error', () => undefined); // a connection that breaks while idle is replaced
    this.pool.on('connect', client => client.on('error', () => undefined));
    const taskList = Object.fromEntries(
      [...this.tasks].map(([name, task]) => [
        name,
        (payload: unknown, { job, abortSignal: stopped }: JobHelpers) =>
          task(payload as Record<string, string>, { number: job.attempts, of: job.max_attempts, stopped }), // as `enqueue` wrote it
      ]),
    );
    const events: WorkerEvents = new EventEmitter();
    const named = new Promise<string>(done => events.once('pool:create', ({ workerPool }) => done(workerPool.id)));
    this.runner = await run({
      pgPool: this.pool,
      events,
      taskList,
      concurrency: 4,
      pollInterval: POLLED,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: PATIENCE,
      logger: this.logger(),
    });
    this.presence = new Presence(this.pool, await named);
    await this.presence.begin();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop().catch(() => undefined);
    await this.presence?.end();
    await this.pool?.end();
  }

  private logger(): Logger {
    return new Logger(() => (level, message) => this.log[level === 'error' ? 'warn' : 'debug']({ worker: message }));
  }
}
