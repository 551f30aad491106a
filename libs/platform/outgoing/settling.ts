import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Grouped } from './grouped.ts';
import { Outbox } from './outbox.ts';
import type { Outcome, Parcel } from './parcel.ts';

export interface Settlement {
  readonly parcel: Parcel;
  readonly state: 'PENDING' | 'SENT' | 'DEAD' | 'WITHDRAWN';
  readonly code?: string;
  /** Whether it counts as one of its tries. */
  readonly tried?: boolean;
  readonly dueAt?: Date;
}

const AGAIN = 500;
/** What came of one is written down a moment later, with what came of others: the journal knows it meanwhile. */
const TOGETHER = 50;

const record = `
  update platform.outgoing set state = settled.state, claimed_by = null, tries = tries + settled.tried, due_at = coalesce(settled.due_at, outgoing.due_at),
    last_error = settled.code, sent_at = case when settled.state = 'SENT' then $2::timestamptz end,
    handed_at = case when settled.state = 'SENT' then handed_at end
  from jsonb_to_recordset($1::jsonb) as settled (id uuid, claimed_by text, state text, tried int, due_at timestamptz, code text)
  where outgoing.id = settled.id and outgoing.claimed_by = settled.claimed_by and outgoing.state in ('PENDING', 'HANDED', 'UNSURE')
  returning outgoing.id`;

/** What is written down of each one on its way. Those that come together share a commit. */
@Injectable()
export class Settling {
  private readonly handing = new Grouped((parcels: readonly Parcel[]) => this.recordHanded(parcels));
  private readonly settling = new Grouped((settlements: readonly Settlement[]) => this.recordAll(settlements), TOGETHER);
  private ended = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** That it leaves now. False: it was held, withdrawn or taken by another meanwhile, and must not leave. */
  handOver(parcel: Parcel): Promise<boolean> {
    return this.handing.add(parcel);
  }

  /** What came of it; tried until the database takes it. */
  async settle(settlement: Settlement): Promise<void> {
    await this.settling.add(settlement);
  }

  /** In the transaction that records it. */
  async tell(tx: Transaction, template: string, outcomes: readonly Outcome[]): Promise<void> {
    await this.outbox.template(template)?.settled?.(tx, outcomes);
  }

  /** From here on what cannot be recorded is left as it is. */
  end(): void {
    this.ended = true;
  }

  private async recordHanded(parcels: readonly Parcel[]): Promise<boolean[]> {
    // one statement, and its own transaction: each letter waits for it in the middle of its line
    const [rows] = await this.db.query<[{ id: string }[], number]>(
      `update platform.outgoing set state = 'HANDED', handed_at = $3 from unnest($1::uuid[], $2::text[]) as handed (id, claimed_by)
       where outgoing.id = handed.id and outgoing.claimed_by = handed.claimed_by and state = 'PENDING' and not held returning outgoing.id`,
      [parcels.map(({ id }) => id), parcels.map(({ claimedBy }) => claimedBy), this.clock.now()],
    );
    const ours = new Set(rows.map(({ id }) => id));
    return parcels.map(({ id }) => ours.has(id));
  }

  private async recordAll(settlements: readonly Settlement[]): Promise<void[]> {
    for (let left = settlements; left.length > 0;) {
      if (await this.recorded(left, true)) break;
      const still: Settlement[] = [];
      for (const one of left) if (!(await this.recorded([one], true)) && !(await this.recorded([one], false))) still.push(one);
      if (this.ended) break;
      if (still.length > 0) await delay(AGAIN, undefined, { ref: false });
      left = still;
    }
    return settlements.map(() => undefined);
  }

  /** Whether it could be; not telling the template is better than not knowing that it was sent. */
  private async recorded(settlements: readonly Settlement[], tell: boolean): Promise<boolean> {
    try {
      await this.unitOfWork.run(tx => this.record(tx, settlements, tell));
      if (!tell) this.log.error({ template: settlements[0]!.parcel.template }, 'what became of a message could not be told');
      return true;
    } catch (error) {
      this.log.warn({ error: (error as Error).stack }, 'what became of messages could not be recorded');
      return false;
    }
  }

  private async record(tx: Transaction, settlements: readonly Settlement[], tell: boolean): Promise<void> {
    const rows = settlements.map(({ parcel: { id, claimedBy }, state, code, tried, dueAt }) => {
      return { id, claimed_by: claimedBy, state, tried: Number(tried ?? false), due_at: dueAt, code };
    });
    const [recorded] = await tx.manager.query<[{ id: string }[], number]>(record, [JSON.stringify(rows), this.clock.now()]);
    if (!tell) return;
    const ours = new Set(recorded.map(({ id }) => id));
    for (const [template, outcomes] of outcomesOf(settlements.filter(({ parcel }) => ours.has(parcel.id))))
      await this.tell(tx, template, outcomes);
  }
}

function outcomesOf(settlements: readonly Settlement[]): Map<string, Outcome[]> {
  const told = new Map<string, Outcome[]>();
  for (const { parcel, state, code = null } of settlements)
    if (state === 'SENT' || state === 'DEAD') {
      const outcome = { subject: parcel.subject, outgoingId: parcel.id, outcome: state, code };
      told.set(parcel.template, [...(told.get(parcel.template) ?? []), outcome]);
    }
  return told;
}
