import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { type Attempt, Jobs } from '../jobs/jobs.ts';
import type { Limits } from '../settings/limits.ts';
import { Settings } from '../settings/settings.ts';

const SWEEP = 'sweep';
const AN_HOUR = 3_600_000;
const DAY = 24 * AN_HOUR;
/** In one transaction: some milliseconds, so that nobody waits for it, nor for what it writes to be copied. */
const AT_ONCE = 1_000;

interface Swept {
  table: string;
  /** When it had served, as an index has it. */
  at: string;
  where?: string;
  days: keyof Pick<Limits, 'keepEndedLinksDays' | 'keepOutgoingDays' | 'keepIdempotencyDays'>;
}

const swept = {
  links: { table: 'link', at: 'least(expires_at, revoked_at, case when uses_left = 0 then used_at end)', days: 'keepEndedLinksDays' },
  sent: { table: 'outgoing', at: 'sent_at', where: `state = 'SENT'`, days: 'keepOutgoingDays' },
  withdrawn: { table: 'outgoing', at: 'created_at', where: `state = 'WITHDRAWN'`, days: 'keepOutgoingDays' },
  idempotencyKeys: { table: 'idempotency', at: 'at', days: 'keepIdempotencyDays' },
} satisfies Record<string, Swept>;

/** Oldest first. What somebody holds is left for the next time: nobody waits for a sweep, and it waits for nobody. */
const some = ({ table, at, where = 'true' }: Swept): string => `
  delete from platform.${table} where ctid = any(array(
    select ctid from platform.${table} where ${where} and ${at} < $1 order by ${at} limit $2 for update skip locked))`;

/** Takes away what has served: links that have ended, what was sent or withdrawn, keys of commands. Each hour, by one of the workers. */
@Injectable()
export class Retention implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    jobs.define(SWEEP, (_, attempt) => this.sweepAndComeAgain(attempt));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.roles.has('worker')) await this.unitOfWork.run(tx => this.later(tx, this.clock.now()));
  }

  /** How many of each were taken away. */
  async sweep(stopped?: AbortSignal): Promise<Record<string, number>> {
    const taken: Record<string, number> = {};
    for (const [name, what] of Object.entries(swept)) taken[name] = await this.all(what, stopped);
    return taken;
  }

  private async all(what: Swept, stopped?: AbortSignal): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.settings.limits[what.days] * DAY);
    let [all, these] = [0, AT_ONCE];
    while (these === AT_ONCE && !stopped?.aborted) {
      [, these] = await this.unitOfWork.run(tx => tx.manager.query<[unknown, number]>(some(what), [before, AT_ONCE]));
      all += these;
    }
    return all;
  }

  private async sweepAndComeAgain({ stopped }: Attempt): Promise<void> {
    await this.sweep(stopped);
    await this.unitOfWork.run(tx => this.later(tx, new Date(this.clock.now().getTime() + AN_HOUR)));
  }

  private later(tx: Transaction, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, SWEEP, {}, { key: SWEEP, runAt });
  }
}
