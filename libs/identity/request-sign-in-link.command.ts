import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { LOG, type Log, Mail, Rate, type RequestContext, TooManyRequests, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';
import { SIGN_IN } from './sign-in.mail.ts';

/** After looking, which takes as long for any address; what is done only for a known one is not waited for. */
const ALWAYS = 200;

/** Asks for a link by mail. The answer is the same, as soon, whether or not the address is anybody's, or asks too often. */
@Injectable()
export class RequestSignInLink {
  constructor(
    @Inject(Rate) private readonly rate: Rate,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(request: RequestContext, given: string): Promise<boolean> {
    const account = (await this.mayAsk(request.address)) && (await this.find(given));
    if (account) this.send(account).catch((error: Error) => this.log.error({ error: error.stack }, 'a sign-in link was not sent'));
    await delay(ALWAYS);
    return true;
  }

  private async mayAsk(address: string): Promise<boolean> {
    try {
      await this.rate.signInLinkFrom(address);
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  private find(given: string): Promise<AccountEntity | null> {
    return this.db.manager.findOneBy(AccountEntity, { email: emailFrom(given) ?? '', endedAt: IsNull() });
  }

  /** Counted before the transaction: if each held a connection while waiting for another, all would wait for all. */
  private async send({ id }: AccountEntity): Promise<void> {
    if (await this.rate.signInLinkTo(id)) await this.unitOfWork.run(tx => this.mail.put(tx, SIGN_IN, id));
  }
}
