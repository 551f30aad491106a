import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, Links, type Transaction, UnitOfWork } from '#libs/platform';
import type { ChangeCampaignInput } from '#libs/schema';
import { CampaignBook, GRACE_HOURS, type Held } from './campaign-book.ts';
import { may } from './campaigns.policies.ts';
import { CampaignStepRefused } from './campaigns.refusals.ts';
import { demandDue, demandSendAt, knownCrisis, saidOf } from './given.ts';
import { updateSaid } from './said.sql.ts';
import { nextReminder } from './sending/reminders.sql.ts';
import { Sending, UPDATE_REQUEST } from './sending/sending.ts';

/** What a campaign that runs cannot take back: whom it has asked, and what. */
const settled = ['filter', 'crisisId', 'askCapacity', 'question', 'facts'] as const;

@Injectable()
export class ChangeCampaign {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(Links) private readonly links: Links,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: ChangeCampaignInput): Promise<{ campaignId: string }> {
    return this.unitOfWork.once(actor, 'changeCampaign', input, async tx => {
      const held = await this.book.open(tx, input.campaignId);
      this.book.demandNotOver(held);
      const runs = held.sent_at !== null;
      const wrong = runs && settled.find(field => input[field] !== undefined);
      if (wrong) throw new CampaignStepRefused('CAMPAIGN_IS_SENT', wrong);
      await this.change(tx, actor, held, input);
      this.book.tell(tx, held.id, held.state);
      await this.audit.record(tx, actor, { act: 'campaign:change', subject: held.id, facts: { state: held.state } });
      return { campaignId: held.id };
    });
  }

  private async change(tx: Transaction, actor: Actor, held: Held, input: ChangeCampaignInput): Promise<void> {
    const said = saidOf(withBefore(held, input));
    const dueAt = input.dueAt ?? held.due_at;
    if (input.dueAt) demandDue(dueAt, held.now);
    if (held.send_at && held.sent_at === null) demandSendAt('dueAt', held.send_at, dueAt, new Date(0));
    if (input.crisisId) said.crisis_id = await knownCrisis(tx, input.crisisId);
    const asks = input.filter != null;
    await updateSaid(tx, 'campaign', held.id, said, { due_at: dueAt, ...(asks && { sees_confidential: may(actor).seeConfidential() }) });
    if (asks) await this.book.ask(tx, actor, { id: held.id, filter: said.filter, due_at: dueAt });
    else if (input.dueAt) await this.prolong(tx, held.id, dueAt);
    if (held.sent_at === null) return;
    await this.remindAnew(tx, held);
    if (held.state === 'RUNNING') await this.sending.keepQuiet(tx, { ...held, ...said });
  }

  private async prolong(tx: Transaction, campaignId: string, dueAt: Date): Promise<void> {
    const expires = new Date(+dueAt + GRACE_HOURS * 3_600_000);
    const [requests] = await tx.manager.query<[{ id: string }[], number]>(
      'update outreach.request set expires_at = $2 where campaign_id = $1 and revoked_at is null returning id',
      [campaignId, expires],
    );
    await this.links.endAt(
      tx,
      UPDATE_REQUEST,
      requests.map(({ id }) => id),
      expires,
    );
  }

  /** From now on: what is past is not made up for. */
  private async remindAnew(tx: Transaction, { id, now }: Held): Promise<void> {
    await tx.manager.query(
      `update outreach.request set remind_at = ${nextReminder('request.sent_at', '$2::timestamptz')}
       from outreach.campaign where campaign.id = $1 and request.campaign_id = $1 and request.state in ('SENT', 'OPENED')`,
      [id, now],
    );
  }
}

/** What is not given stays; what is given as null is taken away. */
function withBefore(held: Held, input: ChangeCampaignInput) {
  const text = (name: 'name' | 'subject' | 'message' | 'question') => {
    const given = input[name];
    return given === undefined ? { fr: held[`${name}_fr`], en: held[`${name}_en`] } : (given ?? {});
  };
  const or = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);
  return {
    name: text('name'),
    subject: text('subject'),
    message: text('message'),
    question: text('question'),
    filter: input.filter ?? held.filter,
    crisisId: or(input.crisisId, held.crisis_id),
    askCapacity: input.askCapacity ?? held.asks_capacity,
    facts: input.facts ?? [...held.facts],
    remindAfterHours: input.remindAfterHours ?? [...held.remind_after],
    quietFrom: or(input.quietFrom, held.quiet_from),
    quietTo: or(input.quietTo, held.quiet_to),
  };
}
