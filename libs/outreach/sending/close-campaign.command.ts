import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Held } from '../campaign-book.ts';
import { CampaignStep } from './campaign-step.ts';

/** It is over before its time. */
@Injectable()
export class CloseCampaign extends CampaignStep {
  protected readonly operation = 'closeCampaign';

  protected async take(tx: Transaction, held: Held): Promise<void> {
    this.book.demandSent(held);
    await this.sending.end(tx, held, 'CLOSED');
  }
}
