import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { LeaveOrganizationInput } from '#libs/schema';
import { EndMembership } from '../end-membership.command.ts';
import { MembershipNotFound } from '../identity.refusals.ts';
import { MembershipEntity } from '../membership.entity.ts';

/** One's own membership, and nobody else's. */
@Injectable()
export class LeaveOrganization {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EndMembership) private readonly end: EndMembership,
  ) {}

  run(actor: Actor, input: LeaveOrganizationInput): Promise<{ membershipId: string }> {
    return this.unitOfWork.once(actor, 'leaveOrganization', input, async tx => {
      const id = idFrom(input.membershipId);
      const found = id && (await tx.manager.findOneBy(MembershipEntity, { id }));
      if (!found || found.accountId !== actor.accountId) throw new MembershipNotFound('MEMBERSHIP_NOT_FOUND', 'membershipId');
      return this.end.within(tx, actor, found);
    });
  }
}
