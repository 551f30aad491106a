import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ClaimNextRoundEntryInput } from '#libs/schema';
import { type HeldRound, RoundBook } from './round-book.ts';

const CLAIM_MS = 15 * 60_000;

/** The next one, and nobody else's: of many who ask at once each gets another. */
@Injectable()
export class ClaimNextRoundEntry {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoundBook) private readonly book: RoundBook,
  ) {}

  run(actor: Actor, input: ClaimNextRoundEntryInput): Promise<{ roundId: string; entryId: string | null }> {
    return this.unitOfWork.once(actor, 'claimNextRoundEntry', input, async tx => {
      const round = await this.book.open(tx, actor, input.roundId, 'person:call-round');
      await tx.lock('round caller', actor.accountId!);
      await this.letOthersGo(tx, actor, round);
      const entryId = await this.next(tx, actor, round);
      if (entryId) await this.book.moved(tx, actor, round, 'claim', { entry: entryId });
      return { roundId: round.id, entryId };
    });
  }

  /** One has one telephone. */
  private async letOthersGo(tx: Transaction, { accountId }: Actor, round: HeldRound): Promise<void> {
    await tx.manager.query(
      'update needs.round_entry set claimed_by = null, claim_ends_at = null where claimed_by = $1 and (round_id <> $2 or claim_ends_at <= $3)',
      [accountId, round.id, round.now],
    );
  }

  /** Their own, where they have one; else the one that was tried least. */
  private async next(tx: Transaction, { accountId }: Actor, { id, now }: HeldRound): Promise<string | null> {
    const [[taken]] = await tx.manager.query<[{ id: string }[], number]>(
      `update needs.round_entry set claimed_by = $2, claim_ends_at = $4 where id = (
         select id from needs.round_entry where round_id = $1 and state = 'WAITING'
           and (claimed_by = $2 or next_at <= $3 and (claim_ends_at is null or claim_ends_at <= $3))
         order by claimed_by is not distinct from $2 desc, tries, next_at, place limit 1 for update skip locked)
       returning id`,
      [id, accountId, now, new Date(+now + CLAIM_MS)],
    );
    return taken?.id ?? null;
  }
}
