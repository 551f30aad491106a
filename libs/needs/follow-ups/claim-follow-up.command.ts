import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ClaimFollowUpInput, ReleaseFollowUpInput } from '#libs/schema';
import { CLAIM_MS, FollowUpBook } from './follow-up-book.ts';
import { FollowUpChangedEvent } from './follow-ups.events.ts';

/** I call them: nobody else does, for a while. */
@Injectable()
export class ClaimFollowUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowUpBook) private readonly book: FollowUpBook,
  ) {}

  run(actor: Actor, input: ClaimFollowUpInput): Promise<{ followUpId: string }> {
    return this.unitOfWork.once(actor, 'claimFollowUp', input, async tx => {
      const row = await this.book.own(tx, actor, input.followUpId);
      await this.letOthersGo(tx, actor, row.id);
      await tx.manager.query('update needs.follow_up set claimed_by = $2, claim_ends_at = $3 where id = $1', [
        ...[row.id, actor.accountId, new Date(+row.now + CLAIM_MS)],
      ]);
      return this.book.moved(tx, actor, row, 'claim');
    });
  }

  release(actor: Actor, input: ReleaseFollowUpInput): Promise<{ followUpId: string }> {
    return this.unitOfWork.once(actor, 'releaseFollowUp', input, async tx => {
      const row = await this.book.own(tx, actor, input.followUpId);
      await tx.manager.query('update needs.follow_up set claimed_by = null, claim_ends_at = null where id = $1', [row.id]);
      return this.book.moved(tx, actor, row, 'release');
    });
  }

  /** One has one telephone. */
  private async letOthersGo(tx: Transaction, { accountId }: Actor, but: string): Promise<void> {
    const [gone] = await tx.manager.query<[{ id: string; organization_id: string }[], number]>(
      `update needs.follow_up set claimed_by = null, claim_ends_at = null where claimed_by = $1 and id <> $2 returning id, organization_id`,
      [accountId, but],
    );
    for (const { id, organization_id: organizationId } of gone)
      tx.announce(FollowUpChangedEvent.of(id, { v: 1, followUpId: id, organizationId }));
  }
}
