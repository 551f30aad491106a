import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { migrations } from '../database/migrate.ts';
import { EventLog } from '../events/event-log.ts';

const PATIENCE = 1_500;
const REMEMBERED = 500;

export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly log: boolean;
}

/** Whether this hub can do its work. Being alive is another question, and asks nobody. */
@Injectable()
export class Health {
  private asked?: { at: number; answer: Promise<Readiness> };
  private migrated = false;
  /** Set when the hub is about to end: a balancer sends nobody more. */
  draining = false;
  /** Set while what the first visitor is promised is being put there. */
  preparing = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  /** However many ask, the database is asked twice a second. */
  readiness(): Promise<Readiness> {
    if (!this.asked || performance.now() - this.asked.at > REMEMBERED) this.asked = { at: performance.now(), answer: this.look() };
    return this.asked.answer;
  }

  private async look(): Promise<Readiness> {
    const database = await answersInTime(this.db.query('select 1'));
    if (database && !this.migrated) this.migrated = await answersInTime(this.findMigrations());
    return { database, migrations: this.migrated, log: this.log.keepsUp };
  }

  /** Each of ours has run; there may be more, of a newer hub beside us. */
  private async findMigrations(): Promise<void> {
    const ours = ((await migrations()) as readonly { name: string }[]).map(({ name }) => name); // classes, named as they are recorded
    const [row] = await this.db.query<[{ count: number }]>(
      'select count(distinct name)::int as count from fanal_migration where name = any($1)',
      [ours],
    );
    if (row.count !== ours.length) throw new Error('Some migrations have not run.');
  }
}

const answersInTime = (answer: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    answer.then(
      () => true,
      () => false,
    ),
    delay(PATIENCE, false, { ref: false }),
  ]);
