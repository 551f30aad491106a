import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { MergeGapsInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { GapBook } from './gap-book.ts';
import { GapMergedEvent } from './gaps.events.ts';

/** All that was flagged in one stands in another from now on. */
@Injectable()
export class MergeGaps {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: MergeGapsInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'mergeGaps', input, async tx => {
      const [gap, into] = await this.book.openAll(tx, actor, [
        [input.gapId, 'gapId'],
        [input.intoGapId, 'intoGapId'],
      ]);
      for (const each of [gap!, into!]) {
        this.book.demandChange(actor, each);
        this.book.demandState(each, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED']);
      }
      if (gap!.id === into!.id) throw new InvalidStep('GAP_SAME', 'intoGapId');
      if (gap!.crisisId !== into!.crisisId || gap!.kind !== into!.kind) throw new InvalidStep('GAP_OF_ANOTHER_EVENT', 'intoGapId');
      const { id, now } = gap!;
      await tx.manager.query('update needs.need set gap_id = $2 where gap_id = $1', [id, into!.id]);
      await tx.manager.query(`update needs.gap set state = 'CLOSED', state_at = $2, closed_at = $2, merged_into = $3 where id = $1`, [
        ...[id, now, into!.id],
      ]);
      await tx.manager.query(
        'insert into needs.gap_follower (gap_id, account_id, since) select $2, account_id, since from needs.gap_follower where gap_id = $1 on conflict do nothing',
        [id, into!.id],
      );
      const by = roleOf(actor, 'gap:change');
      await this.book.step(tx, id, actor, by, { step: 'MERGED', otherGapId: into!.id, note }, now);
      await this.book.step(tx, into!.id, actor, by, { step: 'MERGED', otherGapId: id, note }, now);
      for (const each of [id, into!.id]) tx.announce(GapMergedEvent.of(each, { ...(await this.book.fact(tx, each)), intoGapId: into!.id }));
      return { gapId: into!.id };
    });
  }
}
