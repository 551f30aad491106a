/** Where nobody knows the hours of any, it opens within a day. */
const UNKNOWN_HOURS = 24;
const LONGEST_HOURS = 168;
const MATTERS = 3;

export interface ReachAfter {
  /** The instant by which the hours of the first page were counted. */
  readonly at: Date;
  readonly score: number;
  readonly id: string;
}

interface Asked {
  /** Of services, `id` and `organization_id`; its values are the first. */
  readonly selected: { readonly text: string; readonly values: readonly unknown[] };
  readonly at: Date;
  readonly now: Date;
  readonly resting: boolean;
  /** This one alone, with all that it offers. */
  readonly one: string | null;
  readonly after: ReachAfter | null;
  readonly first: number;
}

/** The places of the values in the statement. */
type Places = Record<'at' | 'now' | 'first' | 'one' | 'score' | 'id', string>;

/** Whom to call: each organization once, with its services to ask of. In one statement. */
export function toReachSql({ selected, at, now, resting, one, after, first }: Asked): { text: string; values: unknown[] } {
  const values = [...selected.values, at, now, first, one, after?.score ?? null, after?.id ?? null];
  const place = (n: number, type: string) => `$${selected.values.length + n}::${type}`;
  const places: Places = {
    ...{ at: place(1, 'timestamptz'), now: place(2, 'timestamptz'), first: place(3, 'int') },
    ...{ one: place(4, 'uuid'), score: place(5, 'float8'), id: place(6, 'uuid') },
  };
  const text = `with selected as (${selected.text}), ${why(places)}, ${weight(places)}, ${order(places, resting)}, ${edge(places)} ${answer(places)}`;
  return { text, values };
}

/** How each service stands, and why it is to be asked of. */
const why = ({ at, now, one }: Places): string => `
    stood as (
      select selected.id, selected.organization_id, coalesce(standing.state, 'UNKNOWN') as state, coalesce(standing.stale, false) as stale, standing.stale_at,
        lower(opening.open_during * tstzmultirange(tstzrange(${at}, null))) as opens_at
      from selected left join status_published.standing_at(${now}) standing on standing.service_id = selected.id
        left join directory_published.opening on opening.service_id = selected.id
      where ${one} is null or selected.organization_id = ${one}
    ), campaigned as (
      select service_id, min(campaign.sent_at) as sent_at
      from outreach.campaign join outreach.asked on asked.campaign_id = campaign.id cross join unnest(asked.services) service_id
      where campaign.state = 'RUNNING' and asked.answered_at is null group by service_id
    ), silent as (
      select campaigned.service_id from campaigned
        left join status_published.status_at(${now}) held on held.service_id = campaigned.service_id and held.location_id is null
      where coalesce(greatest(held.counts_from, (held.answer ->> 'confirmedAt')::timestamptz), '-infinity') < campaigned.sent_at
    ), told as (
      select *, array_remove(array[
          case when state = 'UNKNOWN' then 'NEVER_SAID' end,
          case when stale and state <> 'UNKNOWN' then 'STALE' end,
          case when not stale and state <> 'UNKNOWN' and stale_at <= opens_at then 'STALE_BEFORE_OPENING' end,
          case when id in (select service_id from silent) then 'ASKED' end], null) as why
      from stood where state <> 'CLOSED' or ${one} is not null
    )`;

/** What each weighs: the former towns it serves, more where a crisis makes it matter. */
const weight = ({ one }: Places): string => `
    weighed as (
      select told.*, jsonb_build_object('fr', service.name_fr, 'en', service.name_en) as name,
        greatest(1, (select count(*) from directory_published.territory where territory.kind = 'NEIGHBOURHOOD' and territory.code = any(service.territories)))::int as towns,
        exists (
          select from crises_published.crisis join crises_published.area on area.crisis_id = crisis.id
          where crisis.closed_at is null and not crisis.exercise and area.phase <> 'CLOSED' and area.territory_code = any(service.territories)
            and (crisis.categories = '{}' or crisis.categories && service.categories)) as matters
      from told join directory_published.service on service.id = told.id
      where cardinality(why) > 0 or ${one} is not null
    ), gathered as (
      select organization_id, min(opens_at) filter (where cardinality(why) > 0) as opens_at,
        coalesce(sum(towns * case when matters then ${MATTERS} else 1 end) filter (where cardinality(why) > 0), 0)::int as importance,
        array_agg(id) as ids,
        jsonb_agg(jsonb_build_object('serviceId', id, 'name', name, 'why', why, 'towns', towns, 'matters', matters, 'opensAt', opens_at, 'staleAt', stale_at)
          order by cardinality(why) = 0, matters desc, towns desc, opens_at nulls last, id) as services
      from weighed group by organization_id
    )`;

/** Who is let alone, and the order of the others. */
const order = ({ at, now, first, one, score, id }: Places, resting: boolean): string => `
    called as (
      select distinct on (organization_id) organization_id, rests_until from outreach.call
      where result <> 'RELEASED' order by organization_id, claimed_at desc
    ), scored as (
      select gathered.*, called.rests_until, round((extract(epoch from opens_at - ${at}) / 3600)::numeric, 2)::float8 as hours_left,
        round((importance * 24 / greatest(1, least(${LONGEST_HOURS}, coalesce(extract(epoch from opens_at - ${at}) / 3600, ${UNKNOWN_HOURS}))))::numeric, 3)::float8 as score
      from gathered left join called on called.organization_id = gathered.organization_id
    ), shown as (select * from scored where ${resting ? 'true' : `coalesce(rests_until <= ${now}, true)`} or ${one} is not null),
    page as (
      select * from shown where ${score} is null or (-score, organization_id) > (-${score}, ${id})
      order by -score, organization_id limit ${first} + 1
    )`;

/** What is told of each of the page. */
const edge = ({ at, now }: Places): string => `
    edge as (
      select row_number() over (order by -page.score, page.organization_id) as place,
        translate(encode(convert_to(jsonb_build_array(${at}, page.score, page.organization_id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor,
        jsonb_build_object('id', page.organization_id,
          'name', (select jsonb_build_object('fr', name_fr, 'en', name_en) from directory_published.organization where id = page.organization_id),
          'services', page.services, 'score', page.score, 'importance', page.importance,
          'hoursLeft', page.hours_left, 'opensAt', page.opens_at, 'restsUntil', case when page.rests_until > ${now} then page.rests_until end,
          'phones', (
            select coalesce(jsonb_agg(jsonb_build_object('number', number, 'extension', extension,
              'description', case when num_nonnulls(fr, en) > 0 then jsonb_build_object('fr', fr, 'en', en) end) order by n), '[]')
            from (select number, extension, min(description_fr) as fr, min(description_en) as en, min(position) as n
              from directory_published.phone where phone.service_id = any(page.ids) group by number, extension) phone),
          'claim', (select ${callJson} from outreach.call where call.organization_id = page.organization_id and ended_at is null and claim_ends_at > ${now}),
          'tries', (select coalesce(jsonb_agg(call order by claimed_at desc), '[]') from (
            select claimed_at, ${callJson} as call from outreach.call
            where call.organization_id = page.organization_id and result <> 'RELEASED' order by claimed_at desc limit 3) tried)) as node
      from page
    )`;

const answer = ({ now, first }: Places): string => `
    select jsonb_build_object(
      'totalCount', (select count(*) from shown),
      'restingCount', (select count(*) from scored where rests_until > ${now}),
      'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= ${first}), '[]'),
      'pageInfo', jsonb_build_object('hasNextPage', count(*) > ${first}, 'endCursor', (select cursor from edge where place <= ${first} order by place desc limit 1))
    ) as answer
    from edge`;

/** A call as it is told; whose it is is said to each reader apart. */
export const callJson = `jsonb_build_object('id', call.id, 'organizationId', call.organization_id, 'byId', call.claimed_by,
  'by', (select display_name from identity_published.person where person.id = call.claimed_by),
  'claimedAt', call.claimed_at, 'claimEndsAt', call.claim_ends_at, 'endedAt', call.ended_at,
  'result', nullif(call.result, 'RELEASED'), 'callBackAt', call.call_back_at, 'note', call.note)`;
