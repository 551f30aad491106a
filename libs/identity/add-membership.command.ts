import { Inject, Injectable } from '@nestjs/common';
import { Clock, idFrom, newId } from '#libs/kernel';
import { Audit, OPERATOR, type Transaction, UnitOfWork } from '#libs/platform';
import { MembershipNotMade } from './identity.refusals.ts';
import { MembershipEntity } from './membership.entity.ts';
import type { Role } from './roles.ts';

export interface NewMembership {
  accountId: string;
  organizationId: string;
  role: Role;
  /** Codes; for roles that reach by territory. */
  territories: string[];
}

/** Gives an account a role in an organization. In the caller's transaction, if it has one. */
@Injectable()
export class AddMembership {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(membership: NewMembership, tx?: Transaction): Promise<{ membershipId: string }> {
    return tx ? this.within(tx, membership) : this.unitOfWork.run(own => this.within(own, membership));
  }

  private async within(tx: Transaction, { accountId, organizationId: given, role, territories }: NewMembership) {
    const organizationId = idFrom(given);
    const [organization] = await tx.manager.query<object[]>('select 1 from directory_published.organization where id = $1', [
      organizationId,
    ]);
    if (!organization || !organizationId) throw new MembershipNotMade('ORGANIZATION_NOT_FOUND', 'organizationId');

    const [missing] = await tx.manager.query<{ code: string }[]>(
      'select code from unnest($1::text[]) as code where code not in (select code from directory_published.territory)',
      [territories],
    );
    if (missing) throw new MembershipNotMade('TERRITORY_NOT_FOUND', 'territories', { code: missing.code });

    await tx.lock('identity', accountId);
    const held = await tx.manager.query<object[]>(
      'select 1 from identity.membership where (account_id, organization_id, role) = ($1, $2, $3) and ended_at is null',
      [accountId, organizationId, role],
    );
    if (held.length > 0) throw new MembershipNotMade('MEMBERSHIP_HELD', 'role');
    const id = newId();
    await tx.manager.insert(MembershipEntity, { id, accountId, organizationId, role, territories, createdAt: this.clock.now() });
    await this.audit.record(tx, OPERATOR, { act: 'membership:add', subject: id, facts: { accountId, organizationId, role } });
    return { membershipId: id };
  }
}
