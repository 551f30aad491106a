import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AnswerGapInput } from '#libs/schema';
import { may, roleOf } from '../needs.policies.ts';
import { InvalidStep, NotYours } from '../needs.refusals.ts';
import { GapBook } from './gap-book.ts';
import { GapAnsweredEvent } from './gaps.events.ts';

/** What the organization says that it was proposed to; of what it cannot do, the board is told. */
@Injectable()
export class AnswerGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: AnswerGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    const organizationId = idFrom(input.organizationId) ?? '';
    return this.unitOfWork.once(actor, 'answerGap', input, async tx => {
      const gap = await this.book.open(tx, actor, input.gapId);
      if (!may(actor).speakFor(organizationId)) throw new NotYours('GAP_NOT_YOURS', 'organizationId');
      this.book.demandState(gap, ['ASSIGNED']);
      if (gap.assignedTo !== organizationId) throw new InvalidStep('GAP_NOT_PROPOSED_TO_IT', 'organizationId');
      const by = roleOf(actor, 'gap:commit', { organizationId, territories: [] });
      const { answer, from } = input;
      await this.book.step(tx, gap.id, actor, { ...by, organizationId }, { step: 'ANSWERED', organizationId, answer, from, note }, gap.now);
      if (answer === 'CANNOT')
        await tx.manager.query(
          `update needs.gap set state = 'ACKNOWLEDGED', state_at = $2, assigned_organization_id = null where id = $1`,
          [gap.id, gap.now],
        );
      tx.announce(GapAnsweredEvent.of(gap.id, { ...(await this.book.fact(tx, gap.id)), organizationId }));
      return { gapId: gap.id };
    });
  }
}
