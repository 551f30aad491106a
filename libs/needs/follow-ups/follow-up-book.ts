import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, type SealedPlace, type Transaction } from '#libs/platform';
import type { FollowUpTryOutcome } from '#libs/schema';
import { NotToCall, PersonNotFound } from '../persons/persons.refusals.ts';
import { FollowUpChangedEvent } from './follow-ups.events.ts';

export const CLAIM_MS = 15 * 60_000;

export interface FollowUpHeld {
  readonly id: string;
  readonly organizationId: string;
  readonly contactId: string | null;
  readonly category: string;
  readonly kind: string;
  readonly territory: string | null;
  readonly keyId: string;
  readonly doneAt: Date | null;
  readonly claimedBy: string | null;
  readonly claimEndsAt: Date | null;
  readonly tries: number;
}
export type FollowUpAtHand = FollowUpHeld & { readonly now: Date };

export interface PersonToCall {
  readonly knownAs: string;
  readonly phone: string;
  readonly language: string;
  readonly safeContact: string | null;
}

export const placeOf = (row: string): SealedPlace => ({ table: 'needs.follow_up_person', row, column: 'person' });

/** Follow-ups as rows, for the commands that change them. */
@Injectable()
export class FollowUpBook {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Held until the end; another organization's is none. */
  async open(tx: Transaction, actor: Actor, followUpId: string): Promise<FollowUpAtHand> {
    const [row] = await tx.manager.query<FollowUpHeld[]>(
      `select id, organization_id as "organizationId", contact_id as "contactId", category, kind, territory, data_key_id as "keyId",
         done_at as "doneAt", claimed_by as "claimedBy", claim_ends_at as "claimEndsAt",
         (select count(*)::int from needs.follow_up_try where follow_up_id = follow_up.id) as tries
       from needs.follow_up where id = $1 and organization_id = any($2) for update`,
      [idFrom(followUpId), actor.organizationsFor('person:follow-up') ?? []],
    );
    if (!row) throw new PersonNotFound('FOLLOW_UP_NOT_FOUND', 'followUpId');
    return { ...row, now: this.clock.now() };
  }

  /** The same, where somebody may still be called, and nobody else calls. */
  async own(tx: Transaction, actor: Actor, followUpId: string): Promise<FollowUpAtHand> {
    const row = await this.open(tx, actor, followUpId);
    if (row.doneAt) throw new NotToCall('FOLLOW_UP_DONE', 'followUpId');
    if (row.claimedBy && row.claimedBy !== actor.accountId && row.claimEndsAt! > row.now)
      throw new NotToCall('FOLLOW_UP_TAKEN', 'followUpId');
    return row;
  }

  async tried(tx: Transaction, actor: Actor, { id, now }: FollowUpAtHand, outcome: FollowUpTryOutcome): Promise<void> {
    await tx.manager.query('insert into needs.follow_up_try (id, follow_up_id, at, by, outcome) values ($1, $2, $3, $4, $5)', [
      ...[newId(), id, now, actor.accountId ?? null, outcome],
    ]);
  }

  async moved(
    tx: Transaction,
    actor: Actor,
    { id, organizationId }: { id: string; organizationId: string },
    act: string,
  ): Promise<{ followUpId: string }> {
    tx.announce(FollowUpChangedEvent.of(id, { v: 1, followUpId: id, organizationId }));
    await this.audit.record(tx, actor, { act: `follow-up:${act}`, subject: id });
    return { followUpId: id };
  }
}
