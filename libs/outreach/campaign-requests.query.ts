import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserInputError } from '#libs/kernel';
import type { CampaignRequestConnection, CampaignRequestsArgs } from '#libs/schema';
import { cursorFrom } from './cursor.ts';

const MOST = 500;

const organization = (row: string) =>
  `jsonb_build_object('id', ${row}.id, 'kind', ${row}.kind, 'name', jsonb_build_object('fr', ${row}.name_fr, 'en', ${row}.name_en))`;

const node = `jsonb_build_object('organization', ${organization('organization')},
  'relay', case when relay.id is not null then ${organization('relay')} end, 'services', to_jsonb(asked.services), 'requestId', request.id,
  'state', request.state, 'language', request.language, 'sentAt', request.sent_at, 'openedAt', request.opened_at,
  'bounceCode', request.bounce_code, 'reminders', coalesce(request.reminders, 0), 'answeredAt', asked.answered_at, 'answeredBy', asked.answered_by)`;

/** Who is asked, by name: for who may read names. */
@Injectable()
export class CampaignRequests {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async page(
    campaignId: string,
    { states, answered, withoutAddress, first, after }: Partial<CampaignRequestsArgs>,
    most = MOST,
  ): Promise<CampaignRequestConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const [name, id] = after ? cursorFrom(after) : [null, null];
    const [row] = await this.db.query<[{ answer: CampaignRequestConnection }]>(sql, [
      campaignId,
      states ?? null,
      answered ?? null,
      withoutAddress ?? null,
      name,
      id,
      Math.min(first ?? 50, most),
    ]);
    return row.answer;
  }
}

const sql = `
  with found as (
    select asked.organization_id, organization.sort_name
    from outreach.asked join directory_published.organization on organization.id = asked.organization_id
      left join outreach.request on request.id = asked.request_id
    where asked.campaign_id = $1 and ($2::text[] is null or request.state = any($2))
      and ($3::boolean is null or (asked.answered_at is not null) = $3) and ($4::boolean is null or (asked.request_id is null) = $4)
  ), page as (
    select * from found where $5::text is null or (sort_name, organization_id) > ($5, $6::uuid) order by sort_name, organization_id limit $7::int + 1
  ), edge as (
    select row_number() over (order by page.sort_name, page.organization_id) as place, ${node} as node,
      translate(encode(convert_to(jsonb_build_array(page.sort_name, page.organization_id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor
    from page join outreach.asked on asked.campaign_id = $1 and asked.organization_id = page.organization_id
      join directory_published.organization on organization.id = page.organization_id
      left join outreach.request on request.id = asked.request_id
      left join directory_published.organization relay on relay.id = request.organization_id and relay.id <> organization.id
  )
  select jsonb_build_object('totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $7), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $7,
      'endCursor', (select cursor from edge where place <= $7 order by place desc limit 1))) as answer
  from edge`;
