import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Actor } from '#libs/kernel';
import { AccountEntity } from './account.entity.ts';
import { MembershipEntity } from './membership.entity.ts';

/** `me`: who is asking, with what they hold and what that allows. */
@Injectable()
export class WhoIsAsking {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async run({ accountId, grants }: Actor) {
    if (!accountId) return null;
    const [account, memberships] = await Promise.all([
      this.db.manager.findOneBy(AccountEntity, { id: accountId }),
      this.db.manager.find(MembershipEntity, { where: { accountId, endedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } }),
    ]);
    const permissions = [...new Set(grants.map(({ permission }) => permission))].sort();
    return account && { account, memberships, permissions };
  }
}
