import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '#libs/platform';
import { Sessions } from './sessions.ts';

/** Ends every session and token of the account, on every device; their sockets follow. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run({ actor, setSession }: RequestContext): Promise<boolean> {
    const { accountId } = actor;
    if (accountId) await this.unitOfWork.run(tx => this.sessions.endAllOf(tx, actor, accountId));
    setSession?.(null);
    return true;
  }
}
