import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { Settings, type Transaction, UnitOfWork } from '#libs/platform';
import type { ForgetFollowUpInput } from '#libs/schema';
import { KeptPerson } from '../persons/kept-person.ts';
import { FollowUpBook } from './follow-up-book.ts';

const AT_ONCE = 200;
const DAY = 86_400_000;

/** Who was called is forgotten: at their word now, else some time after the end. Their key is destroyed for good. */
@Injectable()
export class ForgetFollowUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowUpBook) private readonly book: FollowUpBook,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: ForgetFollowUpInput): Promise<{ followUpId: string }> {
    return this.unitOfWork.once(actor, 'forgetFollowUp', input, async tx => {
      const row = await this.book.open(tx, actor, input.followUpId);
      await tx.manager.query(
        `update needs.follow_up set outcome = coalesce(outcome, 'NO_LONGER_NEEDED'), done_at = coalesce(done_at, $2),
           forgotten_at = coalesce(forgotten_at, $2), claimed_by = null, claim_ends_at = null where id = $1`,
        [row.id, row.now],
      );
      await this.persons.destroy(tx, [row.keyId]);
      return this.book.moved(tx, actor, row, 'forget');
    });
  }

  /** Those whose time has passed; answers how many, fewer than it could where there are no more. */
  async some(tx: Transaction): Promise<{ done: number; more: boolean }> {
    const now = this.clock.now();
    const before = new Date(+now - this.settings.limits.keepFollowUpsDays * DAY);
    const [rows] = await tx.manager.query<[{ data_key_id: string }[], number]>(
      `update needs.follow_up set forgotten_at = $2 where id in (
         select id from needs.follow_up where done_at < $1 and forgotten_at is null order by done_at limit ${AT_ONCE} for update skip locked)
       returning data_key_id`,
      [before, now],
    );
    await this.persons.destroy(
      tx,
      rows.map(row => row.data_key_id),
    );
    return { done: rows.length, more: rows.length === AT_ONCE };
  }
}
