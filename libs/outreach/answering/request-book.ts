import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { CampaignState } from '#libs/schema';
import { CampaignBook } from '../campaign-book.ts';
import { Answering } from '../otherwise-answered.ts';
import { Sending } from '../sending/sending.ts';
import type { RequestShown } from './requests-by-link.ts';

type Request = Pick<RequestShown, 'id' | 'campaignId' | 'campaignState' | 'organizationId'>;

/** What whoever holds the link does to its request: of each the campaign's figures tell at once. */
@Injectable()
export class RequestBook {
  constructor(
    @Inject(Answering) private readonly answering: Answering,
    @Inject(Sending) private readonly sending: Sending,
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

  /** `spoken`: the organizations of which something was said. It is answered once all for whom it was sent have spoken. */
  async answered(tx: Transaction, request: Request, spoken: readonly string[]): Promise<void> {
    const { id, campaignId, organizationId: own } = request;
    await this.opened(tx, request);
    for (const organizationId of new Set(spoken))
      await this.answering.answered(tx, { organizationId, by: organizationId === own ? 'LINK' : 'RELAY', campaignId });
    await tx.manager.query(
      `update outreach.request set state = case when state in ('PENDING', 'SENT', 'DECLINED', 'EXPIRED', 'BOUNCED') then
           case when exists (select from outreach.asked where request_id = $1 and answered_at is null) then 'OPENED' else 'ANSWERED' end else state end,
         answered_at = coalesce(answered_at, $2) where id = $1`,
      [id, this.clock.now()],
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
    const [silent] = await tx.manager.query<[{ id: string; campaignId: string; campaignState: CampaignState }[], number]>(declineSql, [
      request.organizationId,
      request.id,
      now,
    ]);
    await this.sending.spare(
      tx,
      silent.map(({ id }) => id),
    );
    for (const each of new Map(silent.map(one => [one.campaignId, one])).values()) this.tell(tx, each);
    return now;
  }

  private tell(tx: Transaction, { campaignId, campaignState }: Pick<Request, 'campaignId' | 'campaignState'>): void {
    this.campaigns.tell(tx, campaignId, campaignState);
  }
}

/** In whichever campaign it is asked, or is to be: who wants no mail gets none. */
const declineSql = `
  with silent as materialized (
    select request.id, campaign.state from outreach.request join outreach.campaign on campaign.id = request.campaign_id
    where request.organization_id = $1 and (request.id = $2 or request.state in ('PENDING', 'SENT', 'OPENED') and campaign.ended_at is null)
    order by request.id for update of request
  )
  update outreach.request set remind_at = null, ended_at = coalesce(ended_at, $3),
    state = case when request.state in ('PENDING', 'SENT', 'OPENED') then 'DECLINED' else request.state end
  from silent where request.id = silent.id
  returning request.id, request.campaign_id as "campaignId", silent.state as "campaignState"`;
