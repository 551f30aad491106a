import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AcknowledgeGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { GapBook } from './gap-book.ts';
import { GapAcknowledgedEvent } from './gaps.events.ts';

/** Somebody of the coordination has seen it. */
@Injectable()
export class AcknowledgeGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: AcknowledgeGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'acknowledgeGap', input, async tx => {
      const { id, now } = await this.book.change(tx, actor, input.gapId, ['OPEN', 'REOPENED']);
      await tx.manager.query(`update needs.gap set state = 'ACKNOWLEDGED', state_at = $2 where id = $1`, [id, now]);
      await this.book.step(tx, id, actor, roleOf(actor, 'gap:change'), { step: 'ACKNOWLEDGED', note }, now);
      tx.announce(GapAcknowledgedEvent.of(id, await this.book.fact(tx, id)));
      return { gapId: id };
    });
  }
}
