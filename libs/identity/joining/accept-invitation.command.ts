import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, UserInputError } from '#libs/kernel';
import { Links, Rate, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import { LinkNotValid } from '../identity.refusals.ts';
import { Sessions } from '../sessions.ts';
import { Joining } from './joining.ts';
import { INVITATION } from './joining.mail.ts';

interface Row {
  id: string;
  organization_id: string;
  email: string;
  language: Language;
}

/** The link was mailed to the address, so whoever brings it is who was invited, and is signed in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Joining) private readonly joining: Joining,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Links) private readonly links: Links,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(request: RequestContext, token: string, displayName?: string | null): Promise<{ signedIn: true }> {
    if (!request.setSession) throw new UserInputError('A session is a cookie: accept over HTTP.');
    await this.rate.signInTry(request.address);
    const { secret } = await this.unitOfWork.run(async tx => {
      const { id, organization_id: organizationId, email, language } = await this.redeem(tx, token);
      const { accountId } = await this.joining.join(tx, { organizationId, email, displayName, language });
      await tx.manager.query(`update identity.invitation set ended_at = $2, outcome = 'ACCEPTED', email = null where id = $1`, [
        id,
        this.clock.now(),
      ]);
      return this.sessions.begin(tx, request, accountId, 'LINK');
    });
    await this.sessions.enter(request, secret);
    return { signedIn: true };
  }

  private async redeem(tx: Transaction, token: string): Promise<Row> {
    const id = await this.links.redeem(tx, INVITATION, token);
    const [found] = await tx.manager.query<Row[]>(
      'select id, organization_id, email, language from identity.invitation where id = $1 and ended_at is null and expires_at > $2 for update',
      [id, this.clock.now()],
    );
    if (!found) throw new LinkNotValid('LINK_NOT_VALID', 'token');
    return found;
  }
}
