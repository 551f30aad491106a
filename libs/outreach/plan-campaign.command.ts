import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { PlanCampaignInput } from '#libs/schema';
import { CampaignBook } from './campaign-book.ts';
import { may } from './campaigns.policies.ts';
import { demandDue, demandSendAt, knownCrisis, type Said, saidOf } from './given.ts';
import { insertSaid } from './said.sql.ts';
import { SendCampaign } from './sending/send-campaign.command.ts';

/** Whom it asks is written down with it: a few statements, however many they are. */
@Injectable()
export class PlanCampaign {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(SendCampaign) private readonly send: SendCampaign,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: PlanCampaignInput): Promise<{ campaignId: string }> {
    return this.unitOfWork.once(actor, 'planCampaign', input, async tx => {
      const now = this.clock.now();
      const said = saidOf(input);
      demandDue(input.dueAt, now);
      if (input.sendAt) demandSendAt('sendAt', input.sendAt, input.dueAt, now);
      said.crisis_id = await knownCrisis(tx, said.crisis_id);
      const id = newId();
      await this.write(tx, id, said, { madeBy: actor.accountId!, now, dueAt: input.dueAt, seesConfidential: may(actor).seeConfidential() });
      await this.book.ask(tx, actor, { id, filter: said.filter, due_at: input.dueAt });
      this.book.tell(tx, id, 'DRAFT');
      await this.audit.record(tx, actor, { act: 'campaign:plan', subject: id, facts: {} });
      if (input.sendAt) await this.send.within(tx, actor, id, input.sendAt, 'sendAt');
      return { campaignId: id };
    });
  }

  /** Compared with the last that was sent of the same rule, or to the same audience. */
  async write(
    tx: Transaction,
    id: string,
    said: Said,
    {
      madeBy,
      now,
      dueAt,
      seesConfidential,
      ruleId = null,
    }: { madeBy: string; now: Date; dueAt: Date; seesConfidential: boolean; ruleId?: string | null },
  ): Promise<void> {
    const [previous] = await tx.manager.query<{ id: string }[]>(
      `select id from outreach.campaign where sent_at is not null
         and case when $1::uuid is null then filter = $2::jsonb else rule_id = $1 end order by sent_at desc limit 1`,
      [ruleId, JSON.stringify(said.filter)],
    );
    await insertSaid(tx, 'campaign', said, {
      id,
      state: 'DRAFT',
      rule_id: ruleId,
      previous_id: previous?.id ?? null,
      due_at: dueAt,
      made_by: madeBy,
      made_at: now,
      sees_confidential: seesConfidential,
    });
  }
}
