import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { CommentOnGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { GapBook } from './gap-book.ts';
import { GapCommentedEvent } from './gaps.events.ts';

/** A word for all who read of it. */
@Injectable()
export class CommentOnGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: CommentOnGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    if (!note) throw new InvalidStep('GAP_TEXT_MISSING', 'note');
    return this.unitOfWork.once(actor, 'commentOnGap', input, async tx => {
      const { id, now } = await this.book.open(tx, actor, input.gapId);
      await this.book.step(tx, id, actor, roleOf(actor, 'gap:comment'), { step: 'COMMENTED', note }, now);
      tx.announce(GapCommentedEvent.of(id, await this.book.fact(tx, id)));
      return { gapId: id };
    });
  }
}
