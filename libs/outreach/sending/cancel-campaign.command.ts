import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Held } from '../campaign-book.ts';
import { CampaignStep } from './campaign-step.ts';

/** Nothing more is sent, and what was sent leads nowhere. */
@Injectable()
export class CancelCampaign extends CampaignStep {
  protected readonly operation = 'cancelCampaign';

  protected async take(tx: Transaction, held: Held): Promise<void> {
    this.book.demandNotOver(held);
    await this.sending.end(tx, held, 'CANCELLED');
  }
}
