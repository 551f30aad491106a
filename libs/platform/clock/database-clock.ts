import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Settings } from '../settings/settings.ts';

const EVERY = 5_000;

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
    await this.measure();
    this.timer = setInterval(() => void this.measure().catch(() => undefined), EVERY).unref(); // without the database time goes on by itself
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    const asked = this.clock.now();
    const [{ ms }] = await this.db.query<[{ ms: number }]>('select extract(epoch from clock_timestamp())::float8 * 1000 as ms');
    this.clock.adjust(withinMeasure(asked, new Date(ms + this.settings.clockOffsetMs), this.clock.now()));
  }
}

/**
 * The time at `answered` by a clock that asked another at `asked` and was told `told`: the other was read at some instant between the
 * two, so a clock that agrees with any of them stays as it is, and one that does not goes no further than the nearest. A slow answer
 * says little and moves little.
 */
export function withinMeasure(asked: Date, told: Date, answered: Date): Date {
  const earliest = +told;
  const latest = +told + (+answered - +asked);
  return new Date(Math.min(Math.max(+answered, earliest), latest));
}
