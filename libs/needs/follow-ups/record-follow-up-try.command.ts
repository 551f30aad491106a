import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { RecordFollowUpTryInput } from '#libs/schema';
import { FollowUpBook } from './follow-up-book.ts';

const RESTS_MS = 2 * 3_600_000;

/** A call that told nothing yet. */
@Injectable()
export class RecordFollowUpTry {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowUpBook) private readonly book: FollowUpBook,
  ) {}

  run(actor: Actor, input: RecordFollowUpTryInput): Promise<{ followUpId: string }> {
    return this.unitOfWork.once(actor, 'recordFollowUpTry', input, async tx => {
      const row = await this.book.own(tx, actor, input.followUpId);
      await this.book.tried(tx, actor, row, input.outcome);
      const inVain = input.outcome !== 'REACHED';
      await tx.manager.query(
        `update needs.follow_up set next_at = case when $2 then greatest(due_at, $3) else next_at end,
           claimed_by = case when $2 then null else claimed_by end, claim_ends_at = case when $2 then null else claim_ends_at end where id = $1`,
        [row.id, inVain, new Date(+row.now + RESTS_MS)],
      );
      return this.book.moved(tx, actor, row, 'try');
    });
  }
}
