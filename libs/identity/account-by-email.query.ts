import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';

/** For the operator's own commands: who has this address. */
@Injectable()
export class AccountByEmail {
  async run(given: string, tx: Transaction): Promise<string | null> {
    const account = await tx.manager.findOneBy(AccountEntity, { email: emailFrom(given) ?? '' });
    return account?.id ?? null;
  }
}
