import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { Audit, OPERATOR, type Transaction, UnitOfWork } from '#libs/platform';
import type { CloseRoundInput, RoundEnd } from '#libs/schema';
import { KeptPerson } from '../persons/kept-person.ts';
import { RoundBook } from './round-book.ts';

const AT_ONCE = 20;

type Ended = { readonly id: string; readonly organizationId: string };

/** A round is over, by its day or because somebody says so: every key is destroyed, and the line that says so is written. */
@Injectable()
export class EndRound {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoundBook) private readonly book: RoundBook,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: CloseRoundInput): Promise<{ roundId: string }> {
    return this.unitOfWork.once(actor, 'closeRound', input, async tx => {
      const round = await this.book.open(tx, actor, input.roundId, 'person:open-round', true);
      await this.end(tx, actor, round, 'CLOSED');
      return { roundId: round.id };
    });
  }

  /** Those whose day has come. */
  async some(tx: Transaction): Promise<{ done: number; more: boolean }> {
    const rounds = await tx.manager.query<Ended[]>(
      `select id, organization_id as "organizationId" from needs.round where ends_at <= $1 and closed_at is null
       order by ends_at limit ${AT_ONCE} for update skip locked`,
      [this.clock.now()],
    );
    let done = 0;
    for (const round of rounds) done += await this.end(tx, OPERATOR, round, 'END_DATE');
    return { done, more: rounds.length === AT_ONCE };
  }

  private async end(tx: Transaction, by: Pick<Actor, 'id'>, round: Ended, why: RoundEnd): Promise<number> {
    const keys = await tx.manager.query<{ keyId: string }[]>('select data_key_id as "keyId" from needs.round_entry where round_id = $1', [
      round.id,
    ]);
    const destroyed = await this.persons.destroy(
      tx,
      keys.map(({ keyId }) => keyId),
    );
    await tx.manager.query(
      'update needs.round_entry set claimed_by = null, claim_ends_at = null where round_id = $1 and claimed_by is not null',
      [round.id],
    );
    await tx.manager.query('update needs.round set closed_at = $2, destroyed = $3, destroyed_why = $4 where id = $1', [
      ...[round.id, this.clock.now(), destroyed, why],
    ]);
    this.book.announce(tx, round);
    await this.audit.record(tx, by, { act: 'round:end', subject: round.id, facts: { destroyed, why } });
    return destroyed;
  }
}
