import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { LOG, type Log, Settings, UnitOfWork } from '#libs/platform';
import { StatusBook } from './status-book.ts';

const EVERY = 10_000;
const AT_ONCE = 100;

/** Tells of the plans whose time has come. Readers did not wait for it; of two workers, the second finds nothing left to tell. */
@Injectable()
export class PlannedWords implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatusBook) private readonly book: StatusBook,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.turnAll()).catch((error: Error) => this.log.warn({ error: error.stack }, 'plans wait'));
    }, EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async turnAll(): Promise<void> {
    let due: string[];
    do {
      const rows = await this.db.query<{ id: string }[]>(
        'select distinct service_id as id from status.current where takes_over_at <= $1 order by service_id limit $2',
        [this.clock.now(), AT_ONCE],
      );
      due = rows.map(({ id }) => id);
      if (due.length > 0) await this.turn(due);
    } while (due.length === AT_ONCE);
  }

  private turn(serviceIds: readonly string[]): Promise<void> {
    return this.unitOfWork.run(async tx => {
      await tx.lockAll('status', serviceIds);
      const now = this.clock.now();
      for (const id of serviceIds) await this.book.turn(tx, id, now);
    });
  }
}
