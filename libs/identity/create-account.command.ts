import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, newId } from '#libs/kernel';
import { Audit, OPERATOR, type Transaction, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';
import { AccountNotMade } from './identity.refusals.ts';

export interface NewAccount {
  email: string;
  displayName: string;
  language: Language;
  demo?: boolean;
}

/** Makes an account that holds nothing yet. In the caller's transaction, if it has one. */
@Injectable()
export class CreateAccount {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(account: NewAccount, tx?: Transaction): Promise<{ accountId: string }> {
    return tx ? this.within(tx, account) : this.unitOfWork.run(own => this.within(own, account));
  }

  private async within(tx: Transaction, { email: given, displayName, language, demo = false }: NewAccount) {
    const email = emailFrom(given);
    if (!email) throw new AccountNotMade('EMAIL_NOT_VALID', 'email');
    if (displayName.length < 1 || displayName.length > 200) throw new AccountNotMade('NAME_MISSING', 'displayName');
    if (await tx.manager.existsBy(AccountEntity, { email })) throw new AccountNotMade('EMAIL_TAKEN', 'email');
    const id = newId();
    await tx.manager.insert(AccountEntity, { id, email, displayName, language, demo, createdAt: this.clock.now() });
    await this.audit.record(tx, OPERATOR, { act: 'account:create', subject: id, facts: { demo } });
    return { accountId: id };
  }
}
