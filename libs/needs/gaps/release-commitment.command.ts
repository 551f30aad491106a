import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { ReleaseCommitmentInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { Commitments } from './commitments.ts';
import { GapBook } from './gap-book.ts';
import { GapReleasedEvent } from './gaps.events.ts';

/** What cannot be kept is free for others. */
@Injectable()
export class ReleaseCommitment {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
    @Inject(Commitments) private readonly commitments: Commitments,
  ) {}

  run(actor: Actor, input: ReleaseCommitmentInput): Promise<{ gapId: string }> {
    return this.unitOfWork.once(actor, 'releaseCommitment', input, async tx => {
      const { gap, commitment } = await this.commitments.own(tx, actor, input.commitmentId);
      const reason = this.book.note(input.reason, 'reason');
      if (!reason) throw new InvalidStep('GAP_TEXT_MISSING', 'reason');
      await tx.manager.query('update needs.commitment set released_at = $2, release_reason = $3 where id = $1', [
        ...[commitment.id, gap.now, reason],
      ]);
      const { organizationId, unit, quantity } = commitment;
      const by = { ...roleOf(actor, 'gap:commit', { organizationId, territories: [] }), organizationId };
      await this.book.step(tx, gap.id, actor, by, { step: 'RELEASED', organizationId, quantity, unit, note: reason }, gap.now);
      tx.announce(GapReleasedEvent.of(gap.id, { ...(await this.book.fact(tx, gap.id)), organizationId }));
      return { gapId: gap.id };
    });
  }
}
