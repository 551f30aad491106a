import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { DeliverCommitmentInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { Commitments } from './commitments.ts';
import { GapBook } from './gap-book.ts';
import { GapDeliveredEvent } from './gaps.events.ts';

const MOST = 1_000_000;

/** So much more of it was given. */
@Injectable()
export class DeliverCommitment {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
    @Inject(Commitments) private readonly commitments: Commitments,
  ) {}

  run(actor: Actor, input: DeliverCommitmentInput): Promise<{ gapId: string }> {
    const { quantity } = input;
    return this.unitOfWork.once(actor, 'deliverCommitment', input, async tx => {
      const { gap, commitment } = await this.commitments.own(tx, actor, input.commitmentId);
      if (quantity < 1 || quantity > MOST) throw new InvalidStep('COMMITMENT_QUANTITY', 'quantity', { limit: MOST });
      const left = commitment.quantity - commitment.delivered;
      if (commitment.per === 'ONCE' && quantity > left) throw new InvalidStep('COMMITMENT_DELIVERED_TOO_MUCH', 'quantity', { left });
      await tx.manager.query('update needs.commitment set delivered = delivered + $2 where id = $1', [commitment.id, quantity]);
      const { organizationId, unit } = commitment;
      const by = { ...roleOf(actor, 'gap:commit', { organizationId, territories: [] }), organizationId };
      await this.book.step(tx, gap.id, actor, by, { step: 'DELIVERED', organizationId, quantity, unit }, gap.now);
      tx.announce(GapDeliveredEvent.of(gap.id, { ...(await this.book.fact(tx, gap.id)), organizationId }));
      return { gapId: gap.id };
    });
  }
}
