import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, newId } from '#libs/kernel';
import { Mail, Rate, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import type { ClaimMembershipInput } from '#libs/schema';
import { knownEmail, knownName, knownOrganization, languageOf } from './asked.ts';
import { CONFIRM_CLAIM } from './joining.mail.ts';

interface Claim {
  organizationId: string;
  email: string;
  displayName: string;
  language: Language;
  /** It came by a link that was mailed to the organization itself: a confidential one may be claimed so. */
  vouched: boolean;
}

const DAY = 86_400_000;
const UNCONFIRMED = 7 * DAY;
const SETTLED = 30 * DAY;

/** Somebody says that they belong to an organization. What they gave is believed once they open a mail, and somebody has looked at it. */
@Injectable()
export class ClaimMembership {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ actor, address }: RequestContext, input: ClaimMembershipInput): Promise<{ organizationId: string }> {
    await this.rate.signInLinkFrom(address);
    return this.unitOfWork.once(actor, 'claimMembership', input, tx =>
      this.within(tx, { ...input, language: languageOf(input.language), vouched: false }),
    );
  }

  /** In a transaction of another command, which has counted how often its caller asks. Asked again, it begins anew. */
  async within(tx: Transaction, { vouched, language, ...given }: Claim): Promise<{ organizationId: string }> {
    const organizationId = await knownOrganization(tx, given.organizationId, { hidden: vouched });
    const [email, displayName] = [knownEmail(given.email), knownName(given.displayName)];
    await this.forget(tx);
    const [{ id }] = await tx.manager.query<[{ id: string }]>(
      `insert into identity.claim as held (id, organization_id, email, display_name, language, vouched, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organization_id, email) where settled_at is null do update set vouched = held.vouched or excluded.vouched
       returning id`,
      [newId(), organizationId, email, displayName, language, vouched, this.clock.now()],
    );
    await this.mail.put(tx, CONFIRM_CLAIM, id);
    return { organizationId };
  }

  /** What nobody confirmed, and of what was settled the person. */
  private async forget(tx: Transaction): Promise<void> {
    const now = this.clock.now().getTime();
    await tx.manager.query('delete from identity.claim where confirmed_at is null and asked_at < $1', [new Date(now - UNCONFIRMED)]);
    await tx.manager.query('update identity.claim set email = null, display_name = null where settled_at < $1 and email is not null', [
      new Date(now - SETTLED),
    ]);
  }
}
