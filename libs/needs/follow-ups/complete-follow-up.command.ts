import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { CompleteFollowUpInput } from '#libs/schema';
import { RecordContact } from '../contacts/record-contact.command.ts';
import { UnknownCode } from '../needs.refusals.ts';
import { NotToCall } from '../persons/persons.refusals.ts';
import { type FollowUpAtHand, FollowUpBook } from './follow-up-book.ts';

interface Caller {
  readonly language: string;
  readonly crisisId: string | null;
}

/** What came of it. Where no help came, its need is flagged as a call would flag it, without a name. */
@Injectable()
export class CompleteFollowUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowUpBook) private readonly book: FollowUpBook,
    @Inject(RecordContact) private readonly contacts: RecordContact,
  ) {}

  run(actor: Actor, input: CompleteFollowUpInput): Promise<{ followUpId: string }> {
    return this.unitOfWork.once(actor, 'completeFollowUp', input, async tx => {
      const row = await this.book.own(tx, actor, input.followUpId);
      if (input.outcome === 'UNREACHABLE' && row.tries === 0) throw new NotToCall('FOLLOW_UP_NOT_TRIED', 'outcome');
      if (input.unmetReason && input.outcome !== 'NOT_RECEIVED') throw new UnknownCode('REASON_OF_WHAT_IS_MET', 'unmetReason');
      if (input.outcome !== 'UNREACHABLE') await this.book.tried(tx, actor, row, 'REACHED');
      const flagged = input.unmetReason ? await this.flag(tx, actor, row, input.unmetReason) : null;
      await tx.manager.query(
        `update needs.follow_up set done_at = $2, outcome = $3, flagged_contact_id = $4, claimed_by = null, claim_ends_at = null where id = $1`,
        [row.id, row.now, input.outcome, flagged],
      );
      return this.book.moved(tx, actor, row, 'complete');
    });
  }

  private async flag(
    tx: Transaction,
    actor: Actor,
    { contactId, category, kind, territory, now }: FollowUpAtHand,
    unmetReason: NonNullable<CompleteFollowUpInput['unmetReason']>,
  ): Promise<string> {
    const [from] = await tx.manager.query<Caller[]>('select language, crisis_id as "crisisId" from needs.contact where id = $1', [
      contactId,
    ]);
    const flagged = await this.contacts.within(tx, actor, {
      ...{ kind: 'NEED', line: 'PHONE_211', callerIs: 'SELF', calledBefore: true, startedAt: now, endedAt: now },
      ...{ language: from?.language ?? 'und', interpreted: false, crisisId: from?.crisisId, caller: { neighbourhood: territory } },
      needs: [{ category, kind, outcome: 'UNMET', unmetReason }],
    });
    return flagged.contactId;
  }
}
