import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UserInputError } from '#libs/kernel';
import { Links, Rate, type RequestContext, UnitOfWork } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';
import { LinkNotValid } from './identity.refusals.ts';
import { Sessions } from './sessions.ts';
import { SIGN_IN } from './sign-in.mail.ts';

/** Uses up a link that was sent by mail. */
@Injectable()
export class SignInWithLink {
  constructor(
    @Inject(Rate) private readonly rate: Rate,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Links) private readonly links: Links,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run(request: RequestContext, token: string): Promise<{ signedIn: true }> {
    if (!request.setSession) throw new UserInputError('A session is a cookie: sign in over HTTP.');
    await this.rate.signInTry(request.address);
    const { secret } = await this.unitOfWork.run(async tx => {
      const accountId = await this.links.redeem(tx, SIGN_IN, token);
      const account = accountId && (await tx.manager.findOneBy(AccountEntity, { id: accountId, endedAt: IsNull() }));
      if (!account) throw new LinkNotValid('LINK_NOT_VALID', 'token');
      return this.sessions.begin(tx, request, account.id, 'LINK');
    });
    await this.sessions.enter(request, secret);
    return { signedIn: true };
  }
}
