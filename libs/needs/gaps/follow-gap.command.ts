import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import { GapBook } from './gap-book.ts';

/** To be told of what happens to it, or no more. */
@Injectable()
export class FollowGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, gapId: string, following: boolean): Promise<{ gapId: string }> {
    return this.unitOfWork.run(async tx => {
      const { id, now } = await this.book.open(tx, actor, gapId);
      if (following)
        await tx.manager.query('insert into needs.gap_follower (gap_id, account_id, since) values ($1, $2, $3) on conflict do nothing', [
          ...[id, actor.accountId, now],
        ]);
      else await tx.manager.query('delete from needs.gap_follower where gap_id = $1 and account_id = $2', [id, actor.accountId]);
      return { gapId: id };
    });
  }
}
