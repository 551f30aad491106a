import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '../../database/transaction.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { LOG, type Log } from '../../observability/log.ts';
import { codeOf } from '../../outgoing/parcel.ts';
import { Settling } from '../../outgoing/settling.ts';
import { Settings } from '../../settings/settings.ts';
import { type Bounce, bounceIn } from './bounce.ts';
import { BounceMailbox } from './bounce-mailbox.ts';
import type { BounceSource, Took } from './bounce-source.ts';
import { BounceSpool } from './bounce-spool.ts';

const SETTLED = 2_000;

/** Reads what came back of our letters. Read twice, by whomever, it counts once. */
@Injectable()
export class Bounces implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sources: BounceSource[] = [];
  private timer?: NodeJS.Timeout;
  private reading: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {
    const { bounceSpool, bounceImap, limits } = settings;
    if (bounceSpool) this.sources.push(new BounceSpool(bounceSpool, Math.min(SETTLED, limits.bouncesEveryMs)));
    if (bounceImap) this.sources.push(new BounceMailbox(bounceImap));
  }

  onApplicationBootstrap(): void {
    if (this.settings.roles.has('worker') && this.sources.length > 0) this.next(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.reading;
  }

  private next(ms: number): void {
    this.timer = setTimeout(() => {
      this.reading = this.readAll().then(() => {
        if (!this.stopped) this.next(this.settings.limits.bouncesEveryMs);
      });
    }, ms).unref();
  }

  /** What cannot be read now is read the next time. */
  private async readAll(): Promise<void> {
    for (const source of this.sources) {
      const stopped = () => this.stopped;
      await source
        .read(raw => this.take(raw), stopped)
        .catch((error: Error) => this.log.warn({ code: codeOf(error) }, 'what came back of our mail could not be read'));
    }
  }

  private async take(raw: Buffer): Promise<Took> {
    const bounce = await bounceIn(raw);
    return bounce ? this.unitOfWork.run(tx => this.record(tx, bounce)) : 'NOT_OURS';
  }

  private async record(tx: Transaction, { letterId, code }: Bounce): Promise<Took> {
    const [[letter]] = await tx.manager.query<[{ template: string; subject: string }[], number]>(recordSql, [
      letterId,
      code,
      this.clock.now(),
    ]);
    if (letter) {
      const { template, subject } = letter;
      await this.settling.tell(tx, template, [{ subject, outgoingId: letterId, outcome: 'BOUNCED', code }]);
      return 'TAKEN';
    }
    const [known] = await tx.manager.query<{ state: string }[]>(`select state from platform.outgoing where id = $1 and channel = 'MAIL'`, [
      letterId,
    ]);
    if (!known) return 'NOT_OURS';
    return known.state === 'HANDED' || known.state === 'PENDING' ? 'LATER' : 'TAKEN'; // its server was quicker than our own record of it
  }
}

/** One of which we were unsure has left, then. */
const recordSql = `
  update platform.outgoing set bounced_at = $3, last_error = $2, state = 'SENT', sent_at = coalesce(sent_at, handed_at), claimed_by = null,
    handed_at = null
  where id = $1 and channel = 'MAIL' and state in ('SENT', 'UNSURE') and bounced_at is null returning template, subject`;
