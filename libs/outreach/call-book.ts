import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { CallChangedEvent } from './calls.events.ts';
import { CallNotYours } from './calls.refusals.ts';

const QUARTER = 15 * 60_000;

export interface HeldCall {
  readonly id: string;
  readonly organizationId: string;
  readonly claimedBy: string;
  /** What they are called. */
  readonly by: string;
  readonly claimedAt: Date;
}

const columns = `id, organization_id as "organizationId", claimed_by as "claimedBy", claimed_at as "claimedAt",
  (select display_name from identity_published.person where person.id = claimed_by) as by`;

/** The claims as rows; who asks holds the organization's lock. */
@Injectable()
export class CallBook {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** One lock for each organization: of two who claim at once, the second finds what the first did. */
  async lock(tx: Transaction, organizationId: string): Promise<Date> {
    await tx.lock('call', organizationId);
    return this.clock.now();
  }

  /** Who has it; a claim whose time has passed is over. */
  async claimOn(tx: Transaction, organizationId: string, now: Date): Promise<HeldCall | null> {
    await tx.manager.query(
      `update outreach.call set ended_at = claim_ends_at, result = 'RELEASED'
       where organization_id = $1 and ended_at is null and claim_ends_at <= $2`,
      [organizationId, now],
    );
    const [held] = await tx.manager.query<HeldCall[]>(
      `select ${columns} from outreach.call where organization_id = $1 and ended_at is null`,
      [organizationId],
    );
    return held ?? null;
  }

  async claim(tx: Transaction, organizationId: string, claimedBy: string, now: Date): Promise<string> {
    const id = newId();
    await tx.manager.query(
      `insert into outreach.call (id, organization_id, claimed_by, claimed_at, claim_ends_at) values ($1, $2, $3, $4, $5)`,
      [id, organizationId, claimedBy, now, new Date(+now + QUARTER)],
    );
    return id;
  }

  async renew(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.manager.query('update outreach.call set claim_ends_at = $2 where id = $1', [id, new Date(+now + QUARTER)]);
  }

  /** One has one telephone: whatever else they had claimed is free. */
  async letOthersGo(tx: Transaction, claimedBy: string, but: string, now: Date): Promise<void> {
    const [gone] = await tx.manager.query<[{ id: string; organization_id: string }[], number]>(
      `update outreach.call set ended_at = $3, result = 'RELEASED'
       where claimed_by = $1 and id <> $2 and ended_at is null and claim_ends_at > $3 returning id, organization_id`,
      [claimedBy, but, now],
    );
    for (const { id, organization_id } of gone) this.announce(tx, { id, organizationId: organization_id });
  }

  /** The caller's own, held until the end; a claim that has run out is still theirs as long as nobody else took it. */
  async own(tx: Transaction, actor: Actor, callId: string): Promise<HeldCall & { now: Date }> {
    const [known] = await tx.manager.query<HeldCall[]>(`select ${columns} from outreach.call where id = $1`, [idFrom(callId)]);
    if (!known) throw new CallNotYours('CALL_IS_OVER', 'callId');
    if (known.claimedBy !== actor.accountId) throw new CallNotYours('CALL_IS_ANOTHERS', 'callId');
    const now = await this.lock(tx, known.organizationId);
    const [still] = await tx.manager.query<HeldCall[]>(`select ${columns} from outreach.call where id = $1 and ended_at is null`, [
      known.id,
    ]);
    if (!still) throw new CallNotYours('CALL_IS_OVER', 'callId');
    return { ...still, now };
  }

  announce(tx: Transaction, { id, organizationId }: Pick<HeldCall, 'id' | 'organizationId'>): void {
    tx.announce(CallChangedEvent.of(id, { v: 1, callId: id, organizationId }));
  }
}
