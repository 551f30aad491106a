import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Campaign, CampaignComparison, CampaignConnection, QueryCampaignsArgs } from '#libs/schema';
import { campaignNode, comparisonSql, tallied } from './campaign.sql.ts';
import { instantCursorFrom } from './cursor.ts';

const MOST = 100;

export type CampaignRow = Campaign & { crisisId: string | null; previousId: string | null };

/** `campaigns` and `campaign`: one SQL each, in the schema's shape. */
@Injectable()
export class Campaigns {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Null for one that is unknown. */
  async one(campaignId: string, fields: ReadonlySet<string>): Promise<CampaignRow | null> {
    const [row] = await this.db.query<{ answer: CampaignRow }[]>(
      `select ${campaignNode(fields)} as answer from outreach.campaign ${tallied} where campaign.id = $1`,
      [idFrom(campaignId)],
    );
    return row?.answer ?? null;
  }

  async page({ states, first, after }: QueryCampaignsArgs, fields: ReadonlySet<string>): Promise<CampaignConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const [madeAt, id] = after ? instantCursorFrom(after) : [null, null];
    const [row] = await this.db.query<[{ answer: CampaignConnection }]>(
      `with found as (select * from outreach.campaign where $1::text[] is null or state = any($1)),
       page as (select * from found where $2::timestamptz is null or (made_at, id) < ($2, $3::uuid) order by made_at desc, id desc limit $4::int + 1),
       edge as (
         select row_number() over (order by campaign.made_at desc, campaign.id desc) as place, ${campaignNode(fields)} as node,
           translate(encode(convert_to(jsonb_build_array(campaign.made_at, campaign.id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor
         from page campaign ${tallied}
       )
       select jsonb_build_object('totalCount', (select count(*) from found),
         'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $4), '[]'),
         'pageInfo', jsonb_build_object('hasNextPage', count(*) > $4,
           'endCursor', (select cursor from edge where place <= $4 order by place desc limit 1))) as answer
       from edge`,
      [states ?? null, madeAt, id, Math.min(first ?? 50, MOST)],
    );
    return row.answer;
  }

  async comparison(campaignId: string): Promise<CampaignComparison | null> {
    const [row] = await this.db.query<{ answer: CampaignComparison }[]>(comparisonSql, [campaignId, this.clock.now()]);
    return row?.answer ?? null;
  }
}
