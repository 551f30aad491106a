import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Settings } from '../settings/settings.ts';
import { Jobs } from './jobs.ts';

const HOUR = 3_600_000;

/** What one of the workers does each hour. */
@Injectable()
export class Hourly implements OnApplicationBootstrap {
  private readonly names: string[] = [];

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Before the hub has started. */
  define(name: string, work: () => Promise<unknown>): void {
    this.names.push(name);
    this.jobs.define(name, async () => {
      await work();
      await this.unitOfWork.run(tx => this.later(tx, name, new Date(+this.clock.now() + HOUR)));
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.roles.has('worker')) return;
    await this.unitOfWork.run(async tx => {
      for (const name of this.names) await this.later(tx, name, this.clock.now());
    });
  }

  private later(tx: Transaction, name: string, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, name, {}, { key: name, runAt });
  }
}
