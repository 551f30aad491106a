import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Position } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Bell } from '../events/bell.ts';
import type { EventKind, Logged, Versioned } from '../events/event.ts';
import { EventLog, LOG_CHANNEL } from '../events/event-log.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Settings } from '../settings/settings.ts';

/** `<do-this>-when-<that>`: what an upper room does about a fact of a lower one. */
export interface Reaction<P extends Versioned = Versioned> {
  readonly name: string;
  readonly kinds: readonly EventKind<P>[];
  /** In the transaction that also moves its position: done once, or not at all. */
  react(tx: Transaction, event: Logged<P>): Promise<void>;
}

interface Kept {
  position: Position;
  tries: number;
  parked_at: Date | null;
}

const TRIES = 5;
const AGAIN = 5_000;

/** Each reaction reads the log in order, at least once, one runner at a time among all hubs; parked after five tries. */
@Injectable()
export class Reactions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly defined: Reaction[] = [];
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private waiting = false;
  private closed = false;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Bell) private readonly bell: Bell,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Before the hub has started. A new reaction begins with the next fact, not with the past. */
  define<P extends Versioned>(reaction: Reaction<P>): void {
    this.defined.push(reaction as Reaction); // it is given events of its own kinds only
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.roles.has('worker') || this.defined.length === 0) return;
    const head = await this.events.head();
    await this.unitOfWork.run(async tx => {
      for (const { name } of this.defined)
        await tx.manager.query('insert into platform.reaction (name, position) values ($1, $2) on conflict do nothing', [name, head]);
    });
    this.bell.on(LOG_CHANNEL, () => this.wake());
    this.timer = setInterval(() => this.wake(), AGAIN).unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.running;
  }

  private wake(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.running = this.running.then(async () => {
      this.waiting = false;
      for (const reaction of this.defined) while (!this.closed && (await this.step(reaction)));
    });
  }

  /** One fact further; whether there may be more. */
  private async step(reaction: Reaction): Promise<boolean> {
    try {
      return await this.unitOfWork.run(tx => this.advance(tx, reaction));
    } catch (error) {
      await this.failed(reaction, error as Error).catch(() => undefined); // the database is away: it is tried again with the next waking
      return false;
    }
  }

  private async advance(tx: Transaction, reaction: Reaction): Promise<boolean> {
    const [held] = await tx.manager.query<[{ free: boolean }]>('select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as free', [
      reaction.name,
    ]);
    if (!held.free) return false;
    const [kept] = await tx.manager.query<Kept[]>('select position, tries, parked_at from platform.reaction where name = $1', [
      reaction.name,
    ]);
    if (!kept || kept.parked_at) return false;
    const reached = await this.events.nextIn(tx, kept.position, reaction.kinds);
    if (!reached) return false;
    const wanted = reaction.kinds.some(({ kind }) => kind === reached.kind);
    if (wanted) await reaction.react(tx, reached);
    await tx.manager.query('update platform.reaction set position = $2, tries = 0, error = null where name = $1', [
      reaction.name,
      reached.position,
    ]);
    return wanted;
  }

  private async failed({ name }: Reaction, error: Error): Promise<void> {
    this.log.warn({ reaction: name, error: error.stack }, 'a reaction failed');
    await this.unitOfWork.run(tx =>
      tx.manager.query(
        `update platform.reaction set tries = tries + 1, error = $2, parked_at = case when tries + 1 >= ${TRIES} then now() end where name = $1 and parked_at is null`,
        [name, error.name],
      ),
    );
  }
}
