import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, Links, UnitOfWork } from '#libs/platform';
import type { RevokeInvitationInput } from '#libs/schema';
import { may } from '../identity.policies.ts';
import { INVITATION } from './joining.mail.ts';
import { InvitationNotFound } from './joining.refusals.ts';

/** Its link is worth nothing from here on, and the address is forgotten. */
@Injectable()
export class RevokeInvitation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: RevokeInvitationInput): Promise<{ invitationId: string }> {
    return this.unitOfWork.once(actor, 'revokeInvitation', input, async tx => {
      const [found] = await tx.manager.query<{ id: string; organizationId: string }[]>(
        `select id, organization_id as "organizationId" from identity.invitation where id = $1 and ended_at is null for update`,
        [idFrom(input.invitationId)],
      );
      if (!found || !may(actor).inviteTo(found)) throw new InvitationNotFound('INVITATION_NOT_FOUND', 'invitationId');
      await tx.manager.query(`update identity.invitation set ended_at = $2, outcome = 'REVOKED', email = null where id = $1`, [
        found.id,
        this.clock.now(),
      ]);
      await this.links.revoke(tx, INVITATION, found.id);
      await this.audit.record(tx, actor, { act: 'invitation:revoke', subject: found.id });
      return { invitationId: found.id };
    });
  }
}
