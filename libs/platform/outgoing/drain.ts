import type { Clock } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { Log } from '../observability/log.ts';
import type { Limits } from '../settings/limits.ts';
import type { Alive } from './alive.ts';
import { claim, type Claimed } from './claims.ts';
import { closeLane, endProbe, openLane, pause } from './lane.ts';
import type { Outbox } from './outbox.ts';
import { type Carrier, codeOf, NotSent, type Parcel, type Verdict } from './parcel.ts';
import type { Settlement, Settling } from './settling.ts';
import type { Writing, Written } from './writing.ts';

export interface AroundDrain {
  outbox: Outbox;
  writing: Writing;
  settling: Settling;
  unitOfWork: UnitOfWork;
  clock: Clock;
  log: Log;
  alive: Alive;
  limits: Limits;
  stopped: () => boolean;
}

const SHIFTS = 2; // while one is written, the other is on its way
const MOST = 200;
const BRISK = 300; // as many at once as leave in a moment: others have their share, and what is urgent its turn
const SLOW = 1_500;
const SOON = 250;

const isAway = (verdict: Verdict): verdict is Extract<Verdict, { came: 'AWAY' | 'CUT' }> =>
  verdict.came === 'AWAY' || (verdict.came === 'CUT' && verdict.lane);

/** Sends what is due on one channel until nothing is. */
export class Drain {
  private again?: Date;
  private opened = false;

  constructor(
    private readonly carrier: Carrier,
    private readonly around: AroundDrain,
  ) {}

  /** When to come again at the soonest, if that is known. */
  async run(): Promise<Date | undefined> {
    const base = await this.base();
    if (base === null) return this.again;
    do {
      this.opened = false;
      await Promise.all(Array.from({ length: SHIFTS }, () => this.shift(base)));
    } while (this.opened && !this.around.stopped());
    return this.again;
  }

  /** While a setting is missing nothing is claimed, and the lane says which. */
  private async base(): Promise<string | null> {
    try {
      const base = this.carrier.base();
      if (base === null) this.again = this.in(SOON);
      return base;
    } catch (error) {
      if (!(error instanceof NotSent)) throw error;
      await this.lane(tx => closeLane(tx, this.carrier.channel, this.now(), error.code, this.lanePauses));
      return null;
    }
  }

  private async shift(base: string): Promise<void> {
    for (let many = this.carrier.width * 2; !this.around.stopped();) {
      const begun = performance.now();
      const { parcels, probe, again } = await this.claim(many);
      if (again) this.again = again;
      if (parcels.length === 0) return;
      const verdicts = await this.send(parcels, base);
      if (probe) await this.judge(verdicts);
      if (verdicts.some(({ came }) => came === 'AWAY' || came === 'BACK')) return;
      const took = performance.now() - begun;
      many = took < BRISK ? Math.min(MOST, many * 2) : took > SLOW ? Math.max(this.carrier.width, many >> 1) : many;
    }
  }

  private async claim(many: number): Promise<Claimed> {
    const { unitOfWork, outbox, alive } = this.around;
    const { channel, perMinute } = this.carrier;
    const templates = outbox.namesOf(channel);
    const claimedBy = await alive.name();
    return unitOfWork.run(tx => claim(tx, this.now(), { channel, templates, many, perMinute, claimedBy }));
  }

  private async send(parcels: readonly Parcel[], base: string): Promise<Verdict[]> {
    const written = await this.around.writing.write(parcels, base);
    return Promise.all(written.map(each => this.one(each)));
  }

  private async one(written: Written): Promise<Verdict> {
    const { parcel } = written;
    if ('code' in written || written.message === null) {
      const unwanted: Settlement = { parcel, state: 'WITHDRAWN', code: 'NOT_WANTED' };
      const why = 'code' in written ? this.settlementOf(parcel, { came: 'LATER', code: written.code })! : unwanted;
      await this.around.settling.settle(why);
      return { came: 'LOST' }; // nobody was asked to take it
    }
    const handing = {
      record: () => this.around.settling.handOver(parcel),
      lastWord: () => this.around.alive.lastWord(parcel.claimedBy, parcel.id),
    };
    const verdict = await this.carrier.carry(parcel, written.message, handing).catch((error: Error): Verdict => {
      this.around.log.warn({ error: error.stack }, 'a message could not be carried');
      return { came: 'LATER', code: codeOf(error) };
    });
    if (verdict.came === 'SENT') this.around.alive.wasTaken(parcel.claimedBy, parcel.id);
    if (isAway(verdict)) await this.lane(tx => closeLane(tx, this.carrier.channel, this.now(), verdict.code, this.lanePauses));
    return this.settled(parcel, verdict);
  }

  private async settled(parcel: Parcel, verdict: Verdict): Promise<Verdict> {
    const settlement = this.settlementOf(parcel, verdict);
    if (settlement) await this.around.settling.settle(settlement);
    return verdict;
  }

  private settlementOf(parcel: Parcel, verdict: Verdict): Settlement | null {
    const { outgoingTries, outgoingPauseMs: first, outgoingPauseMostMs: most } = this.around.limits;
    switch (verdict.came) {
      case 'LOST':
        return null;
      case 'SENT':
        return { parcel, state: 'SENT', tried: true };
      case 'BACK':
        return { parcel, state: 'PENDING' };
      case 'AWAY': // whoever comes next tries another one: it may be this one that nobody can take
        return { parcel, state: 'PENDING', code: verdict.code, dueAt: this.in(pause({ first: 1_000, most: 1_000 }, 0)) };
      case 'NEVER':
        return { parcel, state: 'DEAD', tried: true, code: verdict.code };
      case 'CUT':
      case 'LATER': {
        if (parcel.tries + 1 >= outgoingTries) return { parcel, state: 'DEAD', tried: true, code: verdict.code };
        const soonest = verdict.came === 'CUT' ? first / 5 : first;
        return { parcel, state: 'PENDING', tried: true, code: verdict.code, dueAt: this.in(pause({ first: soonest, most }, parcel.tries)) };
      }
    }
  }

  /** A server that answers, whatever it says of one letter, is there. */
  private async judge([verdict]: readonly Verdict[]): Promise<void> {
    if (!verdict || isAway(verdict)) return;
    this.opened = true;
    const answered = verdict.came === 'SENT' || verdict.came === 'LATER' || verdict.came === 'NEVER';
    await this.lane(tx => (answered ? openLane(tx, this.carrier.channel) : endProbe(tx, this.carrier.channel)));
  }

  private lane(change: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.around.unitOfWork.run(change);
  }

  private get lanePauses() {
    const { lanePauseMs: first, lanePauseMostMs: most } = this.around.limits;
    return { first, most };
  }

  private now(): Date {
    return this.around.clock.now();
  }

  private in(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }
}
