import { Inject, Injectable } from '@nestjs/common';
import { Rate, type RequestContext } from '#libs/platform';

/** Asks for a link by mail. The answer is the same, as soon, whether or not the address is anybody's. No mail leaves yet. */
@Injectable()
export class RequestSignInLink {
  constructor(@Inject(Rate) private readonly rate: Rate) {}

  async run(request: RequestContext, _email: string): Promise<boolean> {
    await this.rate.signInLinkFrom(request.address);
    return true;
  }
}
