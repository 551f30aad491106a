import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Mail, type Outcome, type Transaction } from '#libs/platform';
import type { CampaignState } from '#libs/schema';
import { CampaignBook } from '../campaign-book.ts';
import { nextReminder } from './reminders.sql.ts';
import { UPDATE_REQUEST } from './sending.ts';

/** The address or number is wrong for good, and another one may not be: `SMTP_550`, `HTTP_422`; a delivery report says it later. */
const refused = ({ outcome, code }: Outcome): boolean => outcome === 'BOUNCED' || /^(SMTP_5|HTTP_4|NOT_A_TELEPHONE)/.test(code ?? '');

interface Touched {
  campaign_id: string;
  state: CampaignState;
  quiet: boolean;
}

/** What became of letters, many at once: told to their campaigns once, and tried at the organization's next mailbox where one is wrong. */
@Injectable()
export class RequestOutcomes {
  constructor(
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const arrived = outcomes.filter(({ outcome }) => outcome === 'SENT');
    const lost = outcomes.filter(({ outcome }) => outcome !== 'SENT');
    await this.lock(tx, outcomes);
    if (arrived.length > 0) await tx.manager.query(sentSql, [arrived.map(({ subject }) => subject), this.clock.now()]);
    if (lost.length > 0) await this.bounced(tx, lost);
    const touched = await tx.manager.query<Touched[]>(
      `select distinct campaign.id as campaign_id, campaign.state, campaign.quiet
       from outreach.request join outreach.campaign on campaign.id = request.campaign_id where request.id = any($1) order by 1`,
      [outcomes.map(({ subject }) => subject)],
    );
    for (const { campaign_id: id, state } of touched) this.book.tell(tx, id, state);
  }

  /** In the order in which a campaign's end does. */
  private async lock(tx: Transaction, outcomes: readonly Outcome[]): Promise<void> {
    await tx.manager.query('select id from outreach.request where id = any($1) order by id for update', [
      outcomes.map(({ subject }) => subject),
    ]);
  }

  private async bounced(tx: Transaction, lost: readonly Outcome[]): Promise<void> {
    await tx.manager.query(bouncedSql, [lost.map(({ subject }) => subject), lost.map(({ code }) => code), this.clock.now()]);
    const next = await tx.manager.query<(Touched & { id: string })[]>(nextSql, [lost.filter(refused).map(({ subject }) => subject)]);
    for (const group of new Set(next.map(each => each.campaign_id))) {
      const those = next.filter(each => each.campaign_id === group);
      await this.mail.putMany(
        tx,
        UPDATE_REQUEST,
        those.map(({ id }) => id),
        { group },
      );
      if (those.some(({ state, quiet }) => state === 'PAUSED' || quiet)) await this.mail.hold(tx, group);
    }
  }
}

const sentSql = `
  update outreach.request set sent_at = coalesce(request.sent_at, $2),
    state = case when request.state in ('PENDING', 'BOUNCED') then 'SENT' else request.state end,
    remind_at = case when request.state in ('PENDING', 'BOUNCED') then ${nextReminder('$2::timestamptz', '$2::timestamptz')} end
  from outreach.campaign where campaign.id = request.campaign_id and request.id = any($1)`;

const bouncedSql = `
  update outreach.request set state = 'BOUNCED', bounced_at = $3, bounce_code = lost.code, remind_at = null
  from unnest($1::uuid[], $2::text[]) as lost (id, code)
  where request.id = lost.id and request.state in ('PENDING', 'SENT', 'OPENED')`;

/** The organization's best mailbox that this campaign has not tried: a new request takes over. */
const nextSql = `
  with bounced as (
    select request.*, campaign.state as campaign_state, campaign.quiet
    from outreach.request join outreach.campaign on campaign.id = request.campaign_id
    where request.id = any($1) and request.state = 'BOUNCED' and campaign.state in ('RUNNING', 'PAUSED')
      and exists (select from outreach.asked where asked.request_id = request.id and asked.answered_at is null)
  ), found as (
    select uuidv7() as id, bounced.id as before, bounced.campaign_id, bounced.organization_id, next.contact_id, bounced.language,
      bounced.expires_at, bounced.campaign_state as state, bounced.quiet
    from bounced cross join lateral (
      select mailbox.contact_id from directory_published.mailbox
      where mailbox.organization_id = bounced.organization_id and not exists (
        select from outreach.request tried where not tried.by_text and tried.campaign_id = bounced.campaign_id
          and tried.organization_id = bounced.organization_id and tried.contact_id is not distinct from mailbox.contact_id)
      order by mailbox.place limit 1
    ) next
  ), written as (
    insert into outreach.request (id, campaign_id, organization_id, contact_id, language, expires_at)
    select id, campaign_id, organization_id, contact_id, language, expires_at from found
  ), moved as (
    update outreach.asked set request_id = found.id from found where asked.request_id = found.before
  )
  select id, campaign_id, state, quiet from found order by id`;
