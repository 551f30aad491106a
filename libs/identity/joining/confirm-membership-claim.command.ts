import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Audit, Links, Rate, type RequestContext, UnitOfWork } from '#libs/platform';
import { LinkNotValid } from '../identity.refusals.ts';
import { CONFIRM_CLAIM } from './joining.mail.ts';

/** Whoever reads the mail of the address says that the claim is theirs. */
@Injectable()
export class ConfirmMembershipClaim {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Links) private readonly links: Links,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ actor, address }: RequestContext, token: string): Promise<{ organizationId: string }> {
    await this.rate.signInTry(address);
    return this.unitOfWork.run(async tx => {
      const id = await this.links.redeem(tx, CONFIRM_CLAIM, token);
      const [rows] = await tx.manager.query<[{ organization_id: string }[], number]>(
        `update identity.claim set confirmed_at = greatest($2, asked_at) where id = $1 and settled_at is null returning organization_id`,
        [id, this.clock.now()],
      );
      if (!id || !rows[0]) throw new LinkNotValid('LINK_NOT_VALID', 'token');
      await this.audit.record(tx, actor, { act: 'claim:confirm', subject: id });
      return { organizationId: rows[0].organization_id };
    });
  }
}
