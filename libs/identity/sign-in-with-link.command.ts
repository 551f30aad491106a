import { Inject, Injectable } from '@nestjs/common';
import { Rate, type RequestContext } from '#libs/platform';
import { LinkNotValid } from './identity.refusals.ts';

/** Uses up a link that was sent by mail. None can be sent yet, so none is valid; `Sessions.begin` and `enter` do the rest. */
@Injectable()
export class SignInWithLink {
  constructor(@Inject(Rate) private readonly rate: Rate) {}

  async run(request: RequestContext, _token: string): Promise<{ signedIn: true }> {
    await this.rate.signInTry(request.address);
    throw new LinkNotValid('LINK_NOT_VALID', 'token');
  }
}
