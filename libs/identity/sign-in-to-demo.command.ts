import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Rate, type RequestContext, Settings, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { emailFrom } from './email.ts';
import { DemoNotOffered } from './identity.refusals.ts';
import { Sessions } from './sessions.ts';

/** One click, where the hub is a demonstration, as one of its people. */
@Injectable()
export class SignInToDemo {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Rate) private readonly rate: Rate,
  ) {}

  async run(request: RequestContext, email: string): Promise<{ signedIn: true }> {
    if (!this.settings.demo) throw new DemoNotOffered('DEMO_NOT_OFFERED', 'email');
    await this.rate.signInTry(request.address);
    const { secret } = await this.unitOfWork.run(async tx => {
      const account = await tx.manager.findOneBy(AccountEntity, { email: emailFrom(email) ?? '', demo: true, endedAt: IsNull() });
      if (!account) throw new DemoNotOffered('DEMO_NOT_OFFERED', 'email');
      return this.sessions.begin(tx, request, account.id, 'PASSKEY');
    });
    await this.sessions.enter(request, secret);
    return { signedIn: true };
  }
}
