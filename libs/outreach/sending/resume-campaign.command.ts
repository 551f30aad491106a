import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Held } from '../campaign-book.ts';
import { CampaignStepRefused } from '../campaigns.refusals.ts';
import { CampaignStep } from './campaign-step.ts';

/** It goes on where it was; in quiet hours, when they end. */
@Injectable()
export class ResumeCampaign extends CampaignStep {
  protected readonly operation = 'resumeCampaign';

  protected async take(tx: Transaction, held: Held): Promise<void> {
    this.book.demandSent(held);
    if (held.state !== 'PAUSED') throw new CampaignStepRefused('CAMPAIGN_IS_NOT_PAUSED', 'campaignId');
    await this.sending.letGo(tx, held);
    await this.book.turn(tx, held, 'RUNNING');
    await this.sending.keepQuiet(tx, held);
  }
}
