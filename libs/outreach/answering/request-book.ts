import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { CampaignBook } from '../campaign-book.ts';
import type { RequestShown } from './requests-by-link.ts';

type Request = Pick<RequestShown, 'id' | 'campaignId' | 'campaignState' | 'organizationId'>;

/** What whoever holds the link does to its request: of each the campaign's figures tell at once. */
@Injectable()
export class RequestBook {
  constructor(
    @Inject(CampaignBook) private readonly campaigns: CampaignBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async opened(tx: Transaction, request: Request): Promise<Date> {
    const [[row], changed] = await tx.manager.query<[[{ openedAt: Date }?], number]>(
      `update outreach.request set opened_at = $2, state = case when state in ('PENDING', 'SENT') then 'OPENED' else state end
       where id = $1 and opened_at is null returning opened_at as "openedAt"`,
      [request.id, this.clock.now()],
    );
    if (changed > 0) this.tell(tx, request);
    if (row) return row.openedAt;
    const [before] = await tx.manager.query<[{ openedAt: Date }]>('select opened_at as "openedAt" from outreach.request where id = $1', [
      request.id,
    ]);
    return before.openedAt;
  }

  /** `spoken`: the organizations of which something was said. */
  async answered(tx: Transaction, request: Request, spoken: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await tx.manager.query(
      `update outreach.request set state = 'ANSWERED', answered_at = coalesce(answered_at, $2), opened_at = coalesce(opened_at, $2),
         ended_at = coalesce(ended_at, $2), remind_at = null where id = $1`,
      [request.id, now],
    );
    await tx.manager.query(
      `update outreach.asked set answered_at = $4, answered_by = case when organization_id = $3 then 'LINK' else 'RELAY' end
       where campaign_id = $1 and organization_id = any($2) and answered_at is null`,
      [request.campaignId, spoken, request.organizationId, now],
    );
    this.tell(tx, request);
  }

  async declined(tx: Transaction, request: Request): Promise<Date> {
    const now = this.clock.now();
    await tx.manager.query(
      `insert into outreach.preference as kept (organization_id, mail_declined_at) values ($1, $2)
       on conflict (organization_id) do update set mail_declined_at = coalesce(kept.mail_declined_at, excluded.mail_declined_at)`,
      [request.organizationId, now],
    );
    await tx.manager.query(
      `update outreach.request set remind_at = null, ended_at = coalesce(ended_at, $2),
         state = case when state in ('PENDING', 'SENT', 'OPENED') then 'DECLINED' else state end where id = $1`,
      [request.id, now],
    );
    this.tell(tx, request);
    return now;
  }

  private tell(tx: Transaction, { campaignId, campaignState }: Request): void {
    this.campaigns.tell(tx, campaignId, campaignState);
  }
}
