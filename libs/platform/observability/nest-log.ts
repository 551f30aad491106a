import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** What Nest says of itself: its faults as ours, the rest only to who asks for everything. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.to.debug({ nest: rest.at(-1) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.to.warn({ nest: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.to.error({ nest: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.to.fatal({ nest: rest.at(-1) }, String(message));
  }
}
