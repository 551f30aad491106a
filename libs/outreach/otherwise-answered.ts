import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { AnsweredBy, CampaignState } from '#libs/schema';
import { CampaignBook } from './campaign-book.ts';
import { Sending } from './sending/sending.ts';

interface Spoken {
  organizationId: string;
  by: AnsweredBy;
  /** One campaign alone; else all that run. */
  campaignId?: string;
}

/** Whoever asked an organization has its answer, however it came: nobody reminds or calls it any more. */
@Injectable()
export class Answering {
  constructor(
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** In the transaction of what was said; how many campaigns had asked. */
  async answered(tx: Transaction, { organizationId, by, campaignId }: Spoken): Promise<number> {
    const now = this.clock.now();
    const [rows] = await tx.manager.query<[{ campaign_id: string; request_id: string | null; state: CampaignState }[], number]>(
      `update outreach.asked set answered_at = $3, answered_by = $2 from outreach.campaign
       where campaign.id = asked.campaign_id and campaign.state in ('RUNNING', 'PAUSED') and asked.organization_id = $1
         and asked.answered_at is null and ($4::uuid is null or campaign.id = $4)
       returning asked.campaign_id, asked.request_id, campaign.state`,
      [organizationId, by, now, campaignId ?? null],
    );
    const requests = rows.flatMap(({ request_id: id }) => id ?? []);
    if (requests.length > 0) await this.settle(tx, requests, now);
    for (const { campaign_id: id, state } of rows) this.book.tell(tx, id, state);
    return rows.length;
  }

  /** A request is answered once all for whom it was sent have spoken. */
  private async settle(tx: Transaction, requests: readonly string[], now: Date): Promise<void> {
    const [settled] = await tx.manager.query<[{ id: string }[], number]>(
      `update outreach.request set state = 'ANSWERED', answered_at = $2, ended_at = coalesce(ended_at, $2), remind_at = null
       where id = any($1) and state in ('PENDING', 'SENT', 'OPENED', 'BOUNCED')
         and not exists (select from outreach.asked where asked.request_id = request.id and asked.answered_at is null) returning id`,
      [requests, now],
    );
    await this.sending.spare(
      tx,
      settled.map(({ id }) => id),
    );
  }
}
