import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Language } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { AccountEntity } from '../account.entity.ts';
import { AddMembership } from '../add-membership.command.ts';
import { CreateAccount } from '../create-account.command.ts';
import { isMember, knownName } from './asked.ts';

interface Newcomer {
  organizationId: string;
  email: string;
  displayName: string | null | undefined;
  language: Language;
}

/** Somebody whose address is proven becomes one who speaks for the organization, with the account that they have, or a new one. */
@Injectable()
export class Joining {
  constructor(
    @Inject(CreateAccount) private readonly create: CreateAccount,
    @Inject(AddMembership) private readonly add: AddMembership,
  ) {}

  async join(tx: Transaction, { organizationId, email, displayName, language }: Newcomer): Promise<{ accountId: string }> {
    await tx.lock('identity-email', email); // two who join by the same address at once make one account
    const account = await tx.manager.findOneBy(AccountEntity, { email, endedAt: IsNull() });
    const accountId = account?.id ?? (await this.create.run({ email, displayName: knownName(displayName ?? ''), language }, tx)).accountId;
    if (!(await isMember(tx, organizationId, email)))
      await this.add.run({ accountId, organizationId, role: 'PARTNER_EDITOR', territories: [] }, tx);
    return { accountId };
  }
}
