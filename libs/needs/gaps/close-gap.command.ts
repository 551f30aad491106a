import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { CloseGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { GapBook } from './gap-book.ts';
import { GapClosedEvent } from './gaps.events.ts';

/** It is over, with what was learned. */
@Injectable()
export class CloseGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: CloseGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'closeGap', input, async tx => {
      const { id, now } = await this.book.change(tx, actor, input.gapId, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED']);
      await tx.manager.query(`update needs.gap set state = 'CLOSED', state_at = $2, closed_at = $2, learned = $3 where id = $1`, [
        id,
        now,
        note,
      ]);
      await this.book.step(tx, id, actor, roleOf(actor, 'gap:change'), { step: 'CLOSED', note }, now);
      tx.announce(GapClosedEvent.of(id, await this.book.fact(tx, id)));
      return { gapId: id };
    });
  }
}
