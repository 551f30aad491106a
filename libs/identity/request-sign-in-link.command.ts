import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Mail, Rate, type RequestContext, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';

/** The work takes less, so that the time says nothing of whether the address is known. */
const ALWAYS = 200;

/** Asks for a link by mail. The answer is the same, as soon, whether or not the address is anybody's. */
@Injectable()
export class RequestSignInLink {
  constructor(
    @Inject(Rate) private readonly rate: Rate,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  async run(request: RequestContext, given: string): Promise<boolean> {
    await this.rate.signInLinkFrom(request.address);
    await Promise.all([delay(ALWAYS), this.send(emailFrom(given))]);
    return true;
  }

  private async send(email: string | null | undefined): Promise<void> {
    if (!email) return;
    await this.unitOfWork.run(async tx => {
      const account = await tx.manager.findOneBy(AccountEntity, { email, endedAt: IsNull() });
      if (account && (await this.rate.signInLinkTo(account.id))) await this.mail.put(tx, 'sign-in', account.id);
    });
  }
}
