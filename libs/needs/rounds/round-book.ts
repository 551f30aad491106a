import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, type SealedPlace, type Transaction } from '#libs/platform';
import { NotToCall, PersonNotFound } from '../persons/persons.refusals.ts';
import { RoundChangedEvent } from './rounds.events.ts';

export interface HeldRound {
  readonly id: string;
  readonly organizationId: string;
  readonly tries: number;
  readonly now: Date;
}

export const placeOf = (row: string): SealedPlace => ({ table: 'needs.round_person', row, column: 'person' });

/** Rounds as rows, for the commands that change them. */
@Injectable()
export class RoundBook {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One that goes on; with `held`, against every other who changes its list or ends it. */
  async open(tx: Transaction, actor: Actor, roundId: string | null, permission: string, held = false): Promise<HeldRound> {
    const [row] = await tx.manager.query<(Omit<HeldRound, 'now'> & { endsAt: Date; closedAt: Date | null })[]>(
      `select id, organization_id as "organizationId", tries, ends_at as "endsAt", closed_at as "closedAt"
       from needs.round where id = $1 and organization_id = any($2) ${held ? 'for update' : 'for share'}`,
      [idFrom(roundId), actor.organizationsFor(permission) ?? []],
    );
    if (!row) throw new PersonNotFound('ROUND_NOT_FOUND', 'roundId');
    const now = this.clock.now();
    if (row.closedAt || row.endsAt <= now) throw new NotToCall('ROUND_OVER', 'roundId');
    return { id: row.id, organizationId: row.organizationId, tries: row.tries, now };
  }

  async moved(
    tx: Transaction,
    actor: Actor,
    { id, organizationId }: { id: string; organizationId: string },
    act: string,
    facts: Record<string, string | number | null> = {},
  ): Promise<void> {
    this.announce(tx, { id, organizationId });
    await this.audit.record(tx, actor, { act: `round:${act}`, subject: id, facts });
  }

  announce(tx: Transaction, { id, organizationId }: { id: string; organizationId: string }): void {
    tx.announce(RoundChangedEvent.of(id, { v: 1, roundId: id, organizationId }));
  }
}
