/** Needs that count: no tests, no drills. */
const counted = `
  from needs.need join needs.contact on contact.id = need.contact_id left join crises_published.crisis on crisis.id = contact.crisis_id
    cross join directory_published.region cross join lateral (
      select municipality.code from directory_published.territory municipality left join directory_published.territory town on town.parent = municipality.code
      where municipality.kind = 'MUNICIPALITY' group by municipality.code order by count(town.code) desc, municipality.code limit 1) home
    cross join lateral unnest(array_remove(array[contact.neighbourhood, coalesce(contact.municipality, home.code)], null)) place (code)
  where contact.kind <> 'TEST' and not coalesce(crisis.exercise, false) and need.at <= $1`;

/**
 * Of each kind and place that was asked for of late: counts by period, `[period, n, unmet]`; of each such place, all of its needs under ALL.
 * $1: the instant; $2: how long a past; $3: how long of late; `period`: SQL of the local day or hour that a need is of, as a whole number.
 */
export const seriesSql = (period: string): string => `
  with asked as (
    select place.code, need.kind, ${period} as period, need.outcome = 'UNMET' as unmet, need.at ${counted} and need.at > $1::timestamptz - $2::interval
  ), busy as (select code, kind from asked where at > $1::timestamptz - $3::interval group by 1, 2 having count(*) >= 5),
  by_kind as (select code, kind, period, count(*)::int as n, (count(*) filter (where unmet))::int as unmet from asked where (code, kind) in (select * from busy) group by 1, 2, 3),
  by_place as (select code, 'ALL' as kind, period, count(*)::int as n, (count(*) filter (where unmet))::int as unmet from asked where code in (select code from busy) group by 1, 3)
  select code, kind, (select min(period) from asked) as first, jsonb_agg(jsonb_build_array(period, n, unmet) order by period) as counts
  from (select * from by_kind union all select * from by_place) told group by 1, 2`;

const local = 'need.at at time zone region.time_zone';
export const dayOf = `((${local})::date - date '2000-01-01')`;
export const hourOf = `floor(extract(epoch from need.at) / 3600)::bigint`;
