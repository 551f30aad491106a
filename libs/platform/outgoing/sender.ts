import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Bell } from '../events/bell.ts';
import { Jobs } from '../jobs/jobs.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Settings } from '../settings/settings.ts';
import { Alive } from './alive.ts';
import { nextDue } from './claims.ts';
import { Drain } from './drain.ts';
import { Outbox, OUTGOING_CHANNEL, SEND_OUTGOING } from './outbox.ts';
import type { Carrier, Outcome } from './parcel.ts';
import { Settling } from './settling.ts';
import { Writing } from './writing.ts';

const LATER = `${SEND_OUTGOING} later`;
const NEVER_SOONER = 1_000;

/** In each worker: sends what is due until nothing is, whenever a job or the bell wakes it. */
@Injectable()
export class Sender implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly carriers: Carrier[] = [];
  private readonly alive: Alive;
  private running?: Promise<void>;
  /** A job waits for the end: should this process die, another begins it anew. */
  private kept = false;
  private wokenAgain = false;
  private stopped = false;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Bell) private readonly bell: Bell,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Writing) private readonly writing: Writing,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.alive = new Alive(settings.databaseUrl, settings.data);
    jobs.define(SEND_OUTGOING, () => this.asked());
  }

  /** Before the hub has started. */
  carryBy(carrier: Carrier): void {
    this.carriers.push(carrier);
  }

  onApplicationBootstrap(): void {
    if (this.settings.roles.has('worker')) this.bell.on(OUTGOING_CHANNEL, () => void this.run());
  }

  /** What is on its way has a moment; what is not stays for another. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.carriers.map(carrier => carrier.close()));
    this.settling.end();
    await this.running;
    await this.alive.end();
  }

  private async asked(): Promise<void> {
    if (this.running && this.kept) {
      this.wokenAgain = true;
      return;
    }
    this.kept = true;
    await this.run();
    this.kept = false;
  }

  private run(): Promise<void> {
    this.wokenAgain = true;
    this.running ??= this.untilNothingIsDue().finally(() => {
      this.running = undefined;
      if (this.wokenAgain && !this.stopped) void this.run(); // woken after the last look, when the next time was being put down
    });
    return this.running;
  }

  /** Never fails: what the database does not let us do now is done the next time. */
  private async untilNothingIsDue(): Promise<void> {
    let again: Map<Carrier, Date | undefined> = new Map();
    try {
      while (this.wokenAgain && !this.stopped) {
        this.wokenAgain = false;
        await this.takeOver();
        again = new Map(await Promise.all(this.carriers.map(async each => [each, await this.drain(each)] as const)));
      }
    } catch (error) {
      this.log.warn({ error: (error as Error).stack }, 'what is due could not be sent');
      const soon = new Date(+this.clock.now() + NEVER_SOONER);
      again = new Map(this.carriers.map(carrier => [carrier, soon])); // nobody else would come for it
    }
    await this.wakeLater(again).catch(() => undefined); // the database is away: the bell rings when it is back
  }

  private drain(carrier: Carrier): Promise<Date | undefined> {
    const { outbox, writing, settling, unitOfWork, clock, log, alive } = this;
    const { limits } = this.settings;
    const around = { outbox, writing, settling, unitOfWork, clock, log, alive, limits, stopped: () => this.stopped };
    return new Drain(carrier, around).run();
  }

  private async takeOver(): Promise<void> {
    const take = (tell: boolean) =>
      this.unitOfWork.run(async tx => {
        const { taken, names } = await this.alive.takeFromTheDead(tx);
        for (const { id, template, subject, state } of taken) {
          const left: Outcome = { subject, outgoingId: id, outcome: 'SENT', code: state === 'UNSURE' ? 'UNSURE' : null };
          if (tell && state !== 'PENDING') await this.settling.tell(tx, template, [left]);
        }
        return names;
      });
    this.alive.forget(await take(true).catch(() => take(false)));
  }

  /** One after the other: who is last has seen what all others have settled. */
  private async wakeLater(again: ReadonlyMap<Carrier, Date | undefined>): Promise<void> {
    await this.unitOfWork.run(async tx => {
      await tx.lock('outgoing', 'later');
      const dates: number[] = [];
      for (const [carrier, notBefore] of again) {
        const due = await nextDue(tx, carrier.channel, this.outbox.namesOf(carrier.channel));
        if (due) dates.push(Math.max(due.getTime(), notBefore?.getTime() ?? 0));
      }
      if (dates.length === 0) return;
      const soonest = this.stopped ? 0 : this.clock.now().getTime() + NEVER_SOONER;
      const runAt = new Date(Math.max(Math.min(...dates), soonest));
      await this.jobs.enqueue(tx, SEND_OUTGOING, {}, { key: LATER, runAt });
    });
  }
}
