import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { SplitGapInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';
import { type GapAtHand, GapBook } from './gap-book.ts';
import { GapSplitEvent } from './gaps.events.ts';

/** What people of one former town asked stands in a gap of that town from now on. */
@Injectable()
export class SplitGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: SplitGapInput): Promise<{ gapId: string }> {
    const note = this.book.note(input.note);
    return this.unitOfWork.once(actor, 'splitGap', input, async tx => {
      const [gap] = await this.book.openAll(tx, actor, [[input.gapId, 'gapId']], held => [{ ...held, territory: input.territory }]);
      this.book.demandChange(actor, gap!);
      this.book.demandState(gap!, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED']);
      return this.within(tx, actor, gap!, input, note);
    });
  }

  private async within(
    tx: Transaction,
    actor: Actor,
    gap: GapAtHand,
    input: SplitGapInput,
    note: string | null,
  ): Promise<{ gapId: string }> {
    await this.demandTown(tx, gap, input.territory);
    const other = await this.gapOf(tx, actor, gap, input.territory);
    const by = roleOf(actor, 'gap:change');
    const [, moved] = await tx.manager.query<[unknown, number]>(
      `update needs.need set gap_id = $2 from needs.contact
         where need.gap_id = $1 and contact.id = need.contact_id and contact.neighbourhood = $3`,
      [gap.id, other, input.territory],
    );
    if (moved === 0) throw new InvalidStep('GAP_NOTHING_TO_SPLIT', 'territory');
    await this.book.step(tx, gap.id, actor, by, { step: 'SPLIT', otherGapId: other, quantity: moved, note }, gap.now);
    await this.book.step(tx, other, actor, by, { step: 'SPLIT', otherGapId: gap.id, quantity: moved, note }, gap.now);
    for (const each of [gap.id, other]) tx.announce(GapSplitEvent.of(each, { ...(await this.book.fact(tx, each)), newGapId: other }));
    return { gapId: other };
  }

  private async demandTown(tx: Transaction, { territory }: GapAtHand, town: string): Promise<void> {
    const [found] = await tx.manager.query<{ code: string }[]>(
      'select code from directory_published.territory where code = $1 and parent = $2',
      [town, territory],
    );
    if (!found) throw new InvalidStep('GAP_NOTHING_TO_SPLIT', 'territory');
  }

  /** The one that is open there, or a new one; its key is held. */
  private async gapOf(tx: Transaction, actor: Actor, { crisisId, kind, now }: GapAtHand, territory: string): Promise<string> {
    const [open] = await tx.manager.query<{ id: string }[]>(
      `select id from needs.gap where crisis_id is not distinct from $1 and kind = $2 and territory = $3 and state <> 'CLOSED'`,
      [crisisId, kind, territory],
    );
    if (open) return open.id;
    const id = newId();
    await tx.manager.query(
      `insert into needs.gap (id, crisis_id, kind, territory, state, opened_at, opened_by, last_at, state_at) values ($1, $2, $3, $4, 'OPEN', $5, $6, $5, $5)`,
      [id, crisisId, kind, territory, now, actor.accountId ?? null],
    );
    await this.book.step(tx, id, actor, roleOf(actor, 'gap:change'), { step: 'OPENED' }, now);
    return id;
  }
}
