import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Held } from '../campaign-book.ts';
import { CampaignStepRefused } from '../campaigns.refusals.ts';
import { CampaignStep } from './campaign-step.ts';

/** Once more, to those who were written to and have not answered. */
@Injectable()
export class RemindCampaign extends CampaignStep {
  protected readonly operation = 'remindCampaign';

  protected async take(tx: Transaction, held: Held): Promise<void> {
    this.book.demandSent(held);
    if (held.state === 'PAUSED') throw new CampaignStepRefused('CAMPAIGN_IS_PAUSED', 'campaignId');
    const reminded = await this.sending.remind(tx, held);
    if (reminded === 0) throw new CampaignStepRefused('CAMPAIGN_NOBODY_TO_REMIND', 'campaignId');
    this.book.tell(tx, held.id, held.state);
  }
}
