import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '#libs/platform';
import { Sessions } from './sessions.ts';

/** Ends what the request came with: a session, or a token. */
@Injectable()
export class SignOut {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run({ credential, setSession }: RequestContext): Promise<boolean> {
    if (credential)
      await this.unitOfWork.run(tx =>
        credential.kind === 'session' ? this.sessions.end(tx, credential.secret) : this.sessions.endToken(tx, credential.secret),
      );
    setSession?.(null);
    return true;
  }
}
