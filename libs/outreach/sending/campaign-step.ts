import { Inject } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { CampaignStepInput } from '#libs/schema';
import { CampaignBook, type Held } from '../campaign-book.ts';
import { Sending } from './sending.ts';

/** One step of a campaign, alone against every other step of it. */
export abstract class CampaignStep {
  protected abstract readonly operation: string;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) protected readonly book: CampaignBook,
    @Inject(Sending) protected readonly sending: Sending,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: CampaignStepInput): Promise<{ campaignId: string }> {
    return this.unitOfWork.once(actor, this.operation, input, async tx => {
      const held = await this.book.open(tx, input.campaignId);
      await this.take(tx, held);
      await this.audit.record(tx, actor, { act: 'campaign:step', subject: held.id, facts: { step: this.operation, from: held.state } });
      return { campaignId: held.id };
    });
  }

  protected abstract take(tx: Transaction, held: Held): Promise<void>;
}
