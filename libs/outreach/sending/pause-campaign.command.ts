import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Held } from '../campaign-book.ts';
import { CampaignStepRefused } from '../campaigns.refusals.ts';
import { CampaignStep } from './campaign-step.ts';

/** What has not left yet stays here. */
@Injectable()
export class PauseCampaign extends CampaignStep {
  protected readonly operation = 'pauseCampaign';

  protected async take(tx: Transaction, held: Held): Promise<void> {
    this.book.demandSent(held);
    if (held.state === 'PAUSED') throw new CampaignStepRefused('CAMPAIGN_IS_PAUSED', 'campaignId');
    await this.sending.hold(tx, held);
    await this.book.turn(tx, held, 'PAUSED');
  }
}
