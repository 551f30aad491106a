import { Inject, Injectable } from '@nestjs/common';
import { type Logged, type Reaction, Reactions, type Transaction } from '#libs/platform';
import type { AnsweredBy } from '#libs/schema';
import { type ServiceFacts, ServiceStatusConfirmedEvent, ServiceStatusReportedEvent } from '#libs/status';
import { Answering } from './otherwise-answered.ts';

interface Said {
  v: 1;
  serviceId: string;
  reportId: string | null;
  after: ServiceFacts;
}

interface Open {
  campaign_id: string;
  source: string | null;
}

/** Once every service that it was asked of was spoken of since, an organization has answered, by whichever way. */
@Injectable()
export class AnswerWhenStatusIsSaid implements Reaction<Said> {
  readonly name = 'answer-when-status-is-said';
  readonly kinds = [ServiceStatusReportedEvent, ServiceStatusConfirmedEvent] as unknown as Reaction<Said>['kinds']; // narrower payloads

  constructor(
    @Inject(Answering) private readonly answering: Answering,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
  }

  async react(tx: Transaction, { kind, payload: { serviceId, reportId, after } }: Logged<Said>): Promise<void> {
    const { organizationId } = after;
    const open = await tx.manager.query<Open[]>(openSql, [organizationId, serviceId, reportId]);
    for (const { campaign_id: campaignId, source } of open) {
      const by = kind === ServiceStatusConfirmedEvent.kind ? 'ACCOUNT' : ways(source);
      if (by) await this.answering.answered(tx, { organizationId, by, campaignId });
    }
  }
}

/** What a counsellor heard elsewhere, or a file says, is not the organization's answer. */
function ways(source: string | null): AnsweredBy | null {
  switch (source) {
    case 'PARTNER':
    case 'COORDINATOR':
      return 'ACCOUNT';
    case 'RESEARCHER':
      return 'TELEPHONE';
    case 'LINK':
      return 'LINK';
    case 'RELAY':
      return 'RELAY';
    default:
      return null;
  }
}

const openSql = `
  select asked.campaign_id, report.source
  from outreach.asked join outreach.campaign on campaign.id = asked.campaign_id
    left join status_published.report on report.id = $3
  where asked.organization_id = $1 and asked.answered_at is null and asked.services @> array[$2::uuid] and campaign.state in ('RUNNING', 'PAUSED')
    and not exists (
      select from unnest(asked.services) wanted (id) join directory_published.service on service.id = wanted.id
      where not exists (
        select from status_published.change where change.service_id = wanted.id and change.occurred_at >= campaign.sent_at
          and change.kind in ('service-status-reported', 'service-status-confirmed')))
  order by asked.campaign_id`;
