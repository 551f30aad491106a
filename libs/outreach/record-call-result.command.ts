import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { RecordCallResultInput } from '#libs/schema';
import { CampaignChangedEvent } from './campaigns.events.ts';
import { CallBook, type HeldCall } from './call-book.ts';
import { InvalidCallResult } from './calls.refusals.ts';
import { restsUntil } from './rests.ts';

const LONGEST = 1_000;
const FARTHEST = 30 * 86_400_000;

type Own = HeldCall & { now: Date };

/** What came of a call: who answered is no longer asked, who did not is let alone for a while. */
@Injectable()
export class RecordCallResult {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CallBook) private readonly book: CallBook,
  ) {}

  run(actor: Actor, input: RecordCallResultInput): Promise<{ callId: string }> {
    const note = input.note?.trim() || null;
    if ([...(note ?? '')].length > LONGEST) throw new InvalidCallResult('CALL_NOTE_TOO_LONG', 'note', { limit: LONGEST });
    return this.unitOfWork.once(actor, 'recordCallResult', input, async tx => {
      const call = await this.book.own(tx, actor, input.callId);
      const callBackAt = input.result === 'CALL_BACK' ? later(input.callBackAt, call.now) : null;
      const inVain = await this.inVain(tx, call.organizationId);
      const rests = restsUntil({ result: input.result, at: call.now, inVain, callBackAt });
      await tx.manager.query(
        'update outreach.call set ended_at = $2, result = $3, call_back_at = $4, note = $5, rests_until = $6 where id = $1',
        [call.id, call.now, input.result, callBackAt, note, rests],
      );
      if (input.result === 'ANSWERED') await this.answer(tx, call, note);
      this.book.announce(tx, call);
      return { callId: call.id };
    });
  }

  /** Since the last that was answered. */
  private async inVain(tx: Transaction, organizationId: string): Promise<number> {
    const [{ n }] = await tx.manager.query<[{ n: number }]>(
      `select count(*)::int as n from outreach.call where organization_id = $1 and result in ('NO_ANSWER', 'VOICEMAIL')
         and claimed_at > coalesce((select max(claimed_at) from outreach.call where organization_id = $1 and result = 'ANSWERED'), '-infinity')`,
      [organizationId],
    );
    return n;
  }

  /** Of what was spoken of since the claim; the words were said to status while talking. */
  private async answer(tx: Transaction, { organizationId, claimedAt, now }: Own, note: string | null): Promise<void> {
    const [{ services }] = await tx.manager.query<[{ services: string[] }]>(
      `select coalesce(array_agg(service.id), '{}') as services
       from directory_published.service join status_published.status_at($2) held on held.service_id = service.id and held.location_id is null
       where service.organization_id = $1 and greatest(held.counts_from, (held.answer ->> 'confirmedAt')::timestamptz) >= $3`,
      [organizationId, now, claimedAt],
    );
    await tx.manager.query(
      `insert into outreach.answer (id, organization_id, said_by, said_at, recorded_at, services, words) values ($1, $2, 'TELEPHONE', $3, $3, $4, $5)`,
      [newId(), organizationId, now, services, note],
    );
    if (services.length === 0) return;
    const [answered] = await tx.manager.query<[{ id: string; state: 'RUNNING' | 'PAUSED' }[], number]>(
      `update outreach.asked set answered_at = $2, answered_by = 'TELEPHONE'
       from outreach.campaign where campaign.id = asked.campaign_id and campaign.state in ('RUNNING', 'PAUSED')
         and asked.organization_id = $1 and asked.answered_at is null and asked.services && $3
       returning campaign.id, campaign.state`,
      [organizationId, now, services],
    );
    for (const { id, state } of answered) tx.announce(CampaignChangedEvent.of(id, { v: 1, campaignId: id, state }));
  }
}

function later(given: Date | string | null | undefined, now: Date): Date {
  if (given == null) throw new InvalidCallResult('CALL_BACK_MISSING', 'callBackAt');
  const at = new Date(given);
  if (!(at > now)) throw new InvalidCallResult('CALL_BACK_PASSED', 'callBackAt');
  if (+at - +now > FARTHEST) throw new InvalidCallResult('CALL_BACK_TOO_FAR', 'callBackAt', { days: FARTHEST / 86_400_000 });
  return at;
}
