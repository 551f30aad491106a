import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AssignGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { GapBook } from './gap-book.ts';
import { GapAssignedEvent } from './gaps.events.ts';
import { KnownToGaps } from './known-to-gaps.ts';

/** It is proposed to an organization, which takes it by its own commitment only. */
@Injectable()
export class AssignGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
    @Inject(KnownToGaps) private readonly known: KnownToGaps,
  ) {}

  run(actor: Actor, input: AssignGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'assignGap', input, async tx => {
      const { id, now } = await this.book.change(tx, actor, input.gapId, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED']);
      const organizationId = await this.known.organization(tx, input.organizationId);
      await tx.manager.query(
        `update needs.gap set state = 'ASSIGNED', state_at = $2, assigned_organization_id = $3, addressed_service_id = null where id = $1`,
        [id, now, organizationId],
      );
      await this.book.step(tx, id, actor, roleOf(actor, 'gap:change'), { step: 'ASSIGNED', organizationId, note }, now);
      tx.announce(GapAssignedEvent.of(id, { ...(await this.book.fact(tx, id)), organizationId }));
      return { gapId: id };
    });
  }
}
