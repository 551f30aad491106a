import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { OutgoingChoiceInput } from '#libs/schema';
import { Audit } from '../audit/audit.ts';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Outbox } from './outbox.ts';

const MOST = 500;

/** What a person decides about messages that did not leave by themselves. */
@Injectable()
export abstract class ChooseOutgoing {
  protected abstract readonly operation: string;
  protected abstract readonly act: string;
  protected abstract readonly change: string;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Outbox) protected readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: OutgoingChoiceInput): Promise<{ __typename: 'OutgoingChosen'; ids: string[] }> {
    if (input.ids.length > MOST) throw new UserInputError(`At most ${MOST} at a time.`);
    const { ids } = await this.unitOfWork.once(actor, this.operation, input, tx => this.choose(tx, actor, input.ids));
    return { __typename: 'OutgoingChosen', ids };
  }

  protected async after(_: Transaction): Promise<void> {}

  private async choose(tx: Transaction, actor: Actor, given: readonly string[]): Promise<{ ids: string[] }> {
    const known = given.map(id => idFrom(id)).filter(id => id !== null);
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(this.change, [known, this.clock.now()]);
    for (const { id } of rows) await this.audit.record(tx, actor, { act: this.act, subject: id });
    await this.after(tx);
    return { ids: rows.map(({ id }) => id) };
  }
}
