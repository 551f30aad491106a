import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Settings } from '../settings/settings.ts';

const EVERY = 5_000;
/** A measure that took longer says too little about when the database answered. */
const SLOW = 1_000;

/** Keeps the hub's clock on the database's: whatever this machine believes the time to be, all hubs agree. */
@Injectable()
export class DatabaseClock implements OnModuleInit, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.measure(Infinity);
    this.timer = setInterval(() => void this.measure(SLOW).catch(() => undefined), EVERY).unref(); // without the database time goes on by itself
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async measure(patience: number): Promise<void> {
    const asked = performance.now();
    const [{ ms }] = await this.db.query<[{ ms: number }]>('select extract(epoch from clock_timestamp())::float8 * 1000 as ms');
    const took = performance.now() - asked;
    if (took < patience) this.clock.adjust(new Date(ms + took / 2 + this.settings.clockOffsetMs));
  }
}
