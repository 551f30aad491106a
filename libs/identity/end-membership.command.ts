import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { EndMembershipInput } from '#libs/schema';
import { may } from './identity.policies.ts';
import { MembershipNotFound } from './identity.refusals.ts';
import { LastEditorLeft } from './joining/last-editor-left.ts';
import { MembershipEntity } from './membership.entity.ts';
import { Sessions } from './sessions.ts';

/** Ends it at once, with what it allowed. Who is left with nothing is signed out; the others' sockets are narrowed. */
@Injectable()
export class EndMembership {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LastEditorLeft) private readonly lastEditorLeft: LastEditorLeft,
  ) {}

  run(actor: Actor, input: EndMembershipInput): Promise<{ membershipId: string }> {
    return this.unitOfWork.once(actor, 'endMembership', input, async tx => {
      const id = idFrom(input.membershipId);
      const found = id && (await tx.manager.findOneBy(MembershipEntity, { id }));
      if (!found || !may(actor).endMembership(found)) throw new MembershipNotFound('MEMBERSHIP_NOT_FOUND', 'membershipId');
      return this.within(tx, actor, found);
    });
  }

  /** In a transaction of another command, which has asked whether the actor may. */
  async within(tx: Transaction, actor: Actor, membership: MembershipEntity): Promise<{ membershipId: string }> {
    await tx.lock('identity', membership.accountId); // of two endings, the second must see that nothing is left
    await this.end(tx, actor, membership);
    return { membershipId: membership.id };
  }

  private async end(tx: Transaction, actor: Actor, membership: MembershipEntity): Promise<void> {
    const { id, accountId, organizationId, role } = membership;
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(MembershipEntity)
      .set({ endedAt: this.clock.now() })
      .where('id = :id and ended_at is null', { id })
      .execute();
    if (!affected) return; // it had ended already
    const [left] = await tx.manager.query<object[]>(
      'select 1 from identity.membership where account_id = $1 and ended_at is null limit 1',
      [accountId],
    );
    if (!left) await this.sessions.endAllOf(tx, actor, accountId);
    await this.audit.record(tx, actor, { act: 'membership:end', subject: id, facts: { organizationId, role } });
    await this.lastEditorLeft.tell(tx, membership);
  }
}
