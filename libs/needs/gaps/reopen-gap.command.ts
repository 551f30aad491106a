import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ReopenGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { type GapAtHand, GapBook } from './gap-book.ts';
import { GapReopenedEvent } from './gaps.events.ts';

/** It is not over. */
@Injectable()
export class ReopenGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: ReopenGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'reopenGap', input, async tx => {
      const gap = await this.book.change(tx, actor, input.gapId, ['ADDRESSED', 'CLOSED']);
      if (gap.state === 'CLOSED') await this.demandNoOther(tx, gap);
      await tx.manager.query(
        `update needs.gap set state = 'REOPENED', state_at = $2, closed_at = null, addressed_service_id = null, merged_into = null where id = $1`,
        [gap.id, gap.now],
      );
      await this.book.step(tx, gap.id, actor, roleOf(actor, 'gap:change'), { step: 'REOPENED', note }, gap.now);
      tx.announce(GapReopenedEvent.of(gap.id, await this.book.fact(tx, gap.id)));
      return { gapId: gap.id };
    });
  }

  private async demandNoOther(tx: Transaction, { crisisId, kind, territory }: GapAtHand): Promise<void> {
    const [other] = await tx.manager.query<{ id: string }[]>(
      `select id from needs.gap where crisis_id is not distinct from $1 and kind = $2 and territory = $3 and state <> 'CLOSED'`,
      [crisisId, kind, territory],
    );
    if (other) throw new InvalidStep('GAP_ANOTHER_IS_OPEN', 'gapId');
  }
}
