import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { SendCampaignInput } from '#libs/schema';
import { CampaignBook } from '../campaign-book.ts';
import { CampaignStepRefused } from '../campaigns.refusals.ts';
import { demandDue, demandSendAt } from '../given.ts';
import { Sending } from './sending.ts';

/** Now, or at a time. */
@Injectable()
export class SendCampaign {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SendCampaignInput): Promise<{ campaignId: string }> {
    return this.unitOfWork.once(actor, 'sendCampaign', input, tx => this.within(tx, actor, input.campaignId, input.at ?? null));
  }

  async within(tx: Transaction, actor: Actor, campaignId: string, at: Date | null, field = 'at'): Promise<{ campaignId: string }> {
    const held = await this.book.open(tx, campaignId);
    this.book.demandNotOver(held);
    if (held.sent_at !== null) throw new CampaignStepRefused('CAMPAIGN_IS_SENT', 'campaignId');
    demandDue(held.due_at, held.now);
    if (at) demandSendAt(field, at, held.due_at, held.now);
    if (at && at > held.now) await this.book.turn(tx, held, 'SCHEDULED', { send_at: at });
    else await this.sending.launch(tx, held);
    await this.audit.record(tx, actor, { act: 'campaign:send', subject: held.id, facts: at ? { at: at.toISOString() } : {} });
    return { campaignId: held.id };
  }
}
