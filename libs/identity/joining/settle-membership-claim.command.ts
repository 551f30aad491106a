import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, type Language } from '#libs/kernel';
import { Audit, Mail, type Transaction, UnitOfWork } from '#libs/platform';
import type { SettleMembershipClaimInput } from '#libs/schema';
import { Joining } from './joining.ts';
import { CLAIM_SETTLED } from './joining.mail.ts';
import { MembershipClaimNotFound } from './joining.refusals.ts';

interface Row {
  id: string;
  organization_id: string;
  email: string;
  display_name: string;
  language: Language;
}

/** Somebody who knows the organization says whether it is so. What a refused claim held of a person goes with the mail that says it. */
@Injectable()
export class SettleMembershipClaim {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Joining) private readonly joining: Joining,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SettleMembershipClaimInput): Promise<{ claimId: string }> {
    return this.unitOfWork.once(actor, 'settleMembershipClaim', input, async tx => {
      const claim = await this.find(tx, input.claimId);
      const outcome = input.approve ? 'APPROVED' : 'REFUSED';
      if (input.approve)
        await this.joining.join(tx, {
          organizationId: claim.organization_id,
          email: claim.email,
          displayName: claim.display_name,
          language: claim.language,
        });
      await tx.manager.query('update identity.claim set settled_at = $2, settled_by = $3, outcome = $4 where id = $1', [
        claim.id,
        this.clock.now(),
        actor.accountId,
        outcome,
      ]);
      await this.mail.put(tx, CLAIM_SETTLED, claim.id);
      await this.audit.record(tx, actor, {
        act: 'claim:settle',
        subject: claim.id,
        facts: { outcome, organizationId: claim.organization_id },
      });
      return { claimId: claim.id };
    });
  }

  private async find(tx: Transaction, given: string): Promise<Row> {
    const [claim] = await tx.manager.query<Row[]>(
      `select id, organization_id, email, display_name, language from identity.claim
       where id = $1 and confirmed_at is not null and settled_at is null for update`,
      [idFrom(given)],
    );
    if (!claim) throw new MembershipClaimNotFound('CLAIM_NOT_FOUND', 'claimId');
    return claim;
  }
}
