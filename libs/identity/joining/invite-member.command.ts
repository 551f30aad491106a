import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, Links, Mail, UnitOfWork } from '#libs/platform';
import type { InviteMemberInput } from '#libs/schema';
import { may } from '../identity.policies.ts';
import { isMember, knownEmail, knownOrganization, languageOf } from './asked.ts';
import { INVITATION } from './joining.mail.ts';
import { MembershipNotAsked } from './joining.refusals.ts';

export const INVITED_FOR = 7 * 86_400_000;

/** Somebody who speaks for the organization, or 211, asks another to. */
@Injectable()
export class InviteMember {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Links) private readonly links: Links,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: InviteMemberInput): Promise<{ invitationId: string }> {
    return this.unitOfWork.once(actor, 'inviteMember', input, async tx => {
      const organizationId = await knownOrganization(tx, input.organizationId, { hidden: true });
      if (!may(actor).inviteTo({ organizationId })) throw new MembershipNotAsked('ORGANIZATION_NOT_FOUND', 'organizationId');
      const email = knownEmail(input.email);
      if (await isMember(tx, organizationId, email)) throw new MembershipNotAsked('MEMBERSHIP_HELD_BY_THEM', 'email');
      const now = this.clock.now();
      const [ended] = await tx.manager.query<[{ id: string }[], number]>(
        `update identity.invitation set ended_at = $3, outcome = 'REVOKED', email = null
         where organization_id = $1 and email = $2 and ended_at is null returning id`,
        [organizationId, email, now],
      );
      for (const { id } of ended) await this.links.revoke(tx, INVITATION, id);
      const id = newId();
      await tx.manager.query(
        `insert into identity.invitation (id, organization_id, email, language, invited_by, invited_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, organizationId, email, languageOf(input.language), actor.accountId, now, new Date(now.getTime() + INVITED_FOR)],
      );
      await this.mail.put(tx, INVITATION, id);
      await this.audit.record(tx, actor, { act: 'membership:invite', subject: id, facts: { organizationId } });
      return { invitationId: id };
    });
  }
}
