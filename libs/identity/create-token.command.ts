import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, newId } from '#libs/kernel';
import { Audit, OPERATOR, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';
import { AccountNotFound } from './identity.refusals.ts';
import { hashOf, newSecret } from './secret.ts';
import { TokenEntity } from './token.entity.ts';

export interface NewToken {
  email: string;
  /** What it is for, so that one knows which to end. */
  name: string;
  ttlMs: number;
}

/** Makes a token for a machine that acts for an account. It is shown once: we keep only its sum. */
@Injectable()
export class CreateToken {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run({ email, name, ttlMs }: NewToken): Promise<{ token: string }> {
    return this.unitOfWork.run(async tx => {
      const account = await tx.manager.findOneBy(AccountEntity, { email: emailFrom(email) ?? '', endedAt: IsNull() });
      if (!account) throw new AccountNotFound('ACCOUNT_NOT_FOUND', 'email');
      const token = newSecret();
      const createdAt = this.clock.now();
      const endsAt = new Date(createdAt.getTime() + ttlMs);
      const id = newId();
      await tx.manager.insert(TokenEntity, { secretHash: hashOf(token), id, accountId: account.id, name, createdAt, endsAt });
      await this.audit.record(tx, OPERATOR, {
        act: 'token:create',
        subject: id,
        facts: { accountId: account.id, until: endsAt.toISOString() },
      });
      return { token };
    });
  }
}
