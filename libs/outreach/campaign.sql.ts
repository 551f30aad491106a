const words = (name: string) => `jsonb_build_object('fr', campaign.${name}_fr, 'en', campaign.${name}_en)`;
const time = (name: string) => `to_char(campaign.${name}, 'HH24:MI')`;

/** `n` requests of this campaign are so. */
const of = (state: string) => `count(*) filter (where request.state = '${state}')`;

const counts = `(select jsonb_build_object('pending', ${of('PENDING')}, 'sent', ${of('SENT')}, 'opened', ${of('OPENED')},
    'answered', ${of('ANSWERED')}, 'bounced', ${of('BOUNCED')}, 'expired', ${of('EXPIRED')}, 'declined', ${of('DECLINED')})
  from outreach.request where request.campaign_id = campaign.id)`;

const byTerritory = `(select coalesce(jsonb_agg(jsonb_build_object('territory', node, 'asked', asked, 'answered', answered)
      order by node is null, node -> 'name' ->> 'fr'), '[]')
  from (
    select case when territory.code is not null then jsonb_build_object('code', territory.code, 'kind', territory.kind,
        'name', jsonb_build_object('fr', territory.name_fr, 'en', territory.name_en)) end as node,
      count(*) as asked, count(*) filter (where placed.answered_at is not null) as answered
    from (
      select distinct asked.organization_id, asked.answered_at, town.code
      from outreach.asked
        left join lateral (select distinct known.code from directory_published.service join directory_published.territory known
            on known.code = any(service.located_in) and known.kind = 'NEIGHBOURHOOD'
          where service.id = any(asked.services) and not service.confidential) town on true
      where asked.campaign_id = campaign.id
    ) placed left join directory_published.territory on territory.code = placed.code
    group by territory.code, territory.kind, territory.name_fr, territory.name_en
  ) town)`;

const byHour = `(select coalesce(jsonb_agg(jsonb_build_object('at', at, 'n', n) order by at), '[]')
  from (select date_trunc('hour', answered_at) as at, count(*) as n from outreach.asked
    where asked.campaign_id = campaign.id and answered_at is not null group by 1) hour)`;

/** What costs more than the row itself, by the name of its field. */
const counted: Record<string, string> = { counts, byTerritory, answersByHour: byHour };

const said = `'id', campaign.id, 'name', ${words('name')}, 'subject', ${words('subject')}, 'message', ${words('message')},
  'filter', campaign.filter, 'crisisId', campaign.crisis_id, 'askCapacity', campaign.asks_capacity,
  'question', case when campaign.question_fr is not null or campaign.question_en is not null then ${words('question')} end,
  'facts', to_jsonb(campaign.facts), 'dueAt', campaign.due_at, 'remindAfterHours', to_jsonb(campaign.remind_after),
  'quietFrom', ${time('quiet_from')}, 'quietTo', ${time('quiet_to')}, 'state', campaign.state, 'sendAt', campaign.send_at,
  'madeAt', campaign.made_at, 'madeByName', (select display_name from identity_published.person where person.id = campaign.made_by),
  'sentAt', campaign.sent_at, 'closedAt', campaign.ended_at, 'ruleId', campaign.rule_id, 'previousId', campaign.previous_id,
  'asked', tally.asked, 'answeredOrganizations', tally.answered, 'withoutAddress', tally.without`;

/** A campaign in the shape of the schema, with what was asked of it. */
export function campaignNode(fields: ReadonlySet<string>): string {
  const more = Object.entries(counted).filter(([field]) => fields.has(field));
  return `jsonb_build_object(${said}${more.map(([field, sql]) => `, '${field}', ${sql}`).join('')})`;
}

export const tallied = `cross join lateral (
    select count(*) as asked, count(answered_at) as answered, count(*) filter (where request_id is null) as without
    from outreach.asked where asked.campaign_id = campaign.id
  ) tally`;

/** Share of the asked who had answered so many seconds after it was sent, and what half of those took. */
export const comparisonSql = `
  with both_of as (
    select campaign.id, campaign.sent_at, least($2::timestamptz, coalesce(campaign.ended_at, $2)) - campaign.sent_at as age, previous.id as before,
      previous.sent_at as before_sent
    from outreach.campaign join outreach.campaign previous on previous.id = campaign.previous_id
    where campaign.id = $1 and campaign.sent_at is not null and previous.sent_at is not null
  )
  select jsonb_build_object('hours', extract(epoch from age) / 3600, 'answeredShare', mine.share, 'previousAnsweredShare', theirs.share,
    'medianMinutes', mine.median, 'previousMedianMinutes', theirs.median) as answer
  from both_of
    cross join lateral (${shareOf('both_of.id', 'both_of.sent_at')}) mine
    cross join lateral (${shareOf('both_of.before', 'both_of.before_sent')}) theirs`;

function shareOf(campaign: string, sentAt: string): string {
  return `select coalesce(count(*) filter (where answered_at <= ${sentAt} + age)::float8 / nullif(count(*), 0), 0) as share,
      percentile_cont(0.5) within group (order by extract(epoch from answered_at - ${sentAt}) / 60) filter (where answered_at <= ${sentAt} + age) as median
    from outreach.asked where asked.campaign_id = ${campaign}`;
}
