import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AddressGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { GapBook } from './gap-book.ts';
import { GapAddressedEvent } from './gaps.events.ts';
import { KnownToGaps } from './known-to-gaps.ts';

/** Something exists now that answers it. */
@Injectable()
export class AddressGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
    @Inject(KnownToGaps) private readonly known: KnownToGaps,
  ) {}

  run(actor: Actor, input: AddressGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'addressGap', input, async tx => {
      const { id, now } = await this.book.change(tx, actor, input.gapId, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED']);
      const serviceId = await this.known.service(tx, input.serviceId);
      await tx.manager.query(`update needs.gap set state = 'ADDRESSED', state_at = $2, addressed_service_id = $3 where id = $1`, [
        ...[id, now, serviceId],
      ]);
      await this.book.step(tx, id, actor, roleOf(actor, 'gap:change'), { step: 'ADDRESSED', serviceId, note }, now);
      tx.announce(GapAddressedEvent.of(id, { ...(await this.book.fact(tx, id)), serviceId }));
      return { gapId: id };
    });
  }
}
