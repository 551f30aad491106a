import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ClaimCallInput } from '#libs/schema';
import { CallBook } from './call-book.ts';
import { CallTaken, OrganizationToReachNotFound } from './calls.refusals.ts';

/** I call them: nobody else does, for a while. */
@Injectable()
export class ClaimCall {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CallBook) private readonly book: CallBook,
  ) {}

  run(actor: Actor, input: ClaimCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.once(actor, 'claimCall', input, tx => this.within(tx, actor, input));
  }

  private async within(tx: Transaction, actor: Actor, input: ClaimCallInput): Promise<{ callId: string }> {
    const me = actor.accountId!; // nobody without an account may call
    const organizationId = await this.find(tx, actor, input.organizationId);
    const now = await this.book.lock(tx, organizationId);
    const held = await this.book.claimOn(tx, organizationId, now);
    if (held && held.claimedBy !== me) throw new CallTaken('CALL_TAKEN', 'organizationId', { name: held.by });
    const callId = held?.id ?? (await this.book.claim(tx, organizationId, me, now));
    if (held) await this.book.renew(tx, held.id, now);
    await this.book.letOthersGo(tx, me, callId, now);
    this.book.announce(tx, { id: callId, organizationId });
    return { callId };
  }

  private async find(tx: Transaction, actor: Actor, given: string): Promise<string> {
    const [known] = await tx.manager.query<{ id: string; confidential: boolean }[]>(
      'select id, confidential from directory_published.organization where id = $1',
      [idFrom(given)],
    );
    const may = known && (!known.confidential || actor.may('service:read-confidential', { organizationId: known.id, territories: [] }));
    if (!may) throw new OrganizationToReachNotFound('ORGANIZATION_TO_REACH_NOT_FOUND', 'organizationId');
    return known.id;
  }
}
