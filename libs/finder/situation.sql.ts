import { tables, whereSql } from './found.sql.ts';
import { Params } from './params.ts';
import type { Selection } from './selection.ts';
import type { Statement } from './services.sql.ts';

const YESTERDAY = `interval '24 hours'`;
const DAYS = 13;
const STATES = `array['OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED', 'UNKNOWN']`;

const territory = (code: string) => `(select jsonb_build_object('code', territory.code, 'kind', territory.kind,
        'name', jsonb_build_object('fr', territory.name_fr, 'en', territory.name_en)) from directory_published.territory where territory.code = ${code})`;

/** The selection, with how each stands now. */
const foundSql = (asked: Selection, params: Params) => `
    found as materialized (
      select service.id, service.located_in, coalesce(standing.state, 'UNKNOWN') as state, coalesce(standing.stale, false) as stale,
        coalesce(standing.contradicted, false) as contradicted
      from ${tables(asked, params, true)}
      where ${whereSql(asked, params)}
    )`;

/** How many services are in the same places and stand the same: every sum is made of these. */
const cells = `
    cell as materialized (select located_in, state, stale, contradicted, count(*) as n from found group by 1, 2, 3, 4)`;

/** The same by former town: a service counts in each of its own; one that is nowhere that may be told, by itself. */
const inTowns = `
    in_towns as materialized (
      select town.code, cell.state, cell.stale, sum(cell.n)::bigint as n from cell left join lateral (
        select territory.code from directory_published.territory where territory.kind = 'NEIGHBOURHOOD' and territory.code = any(cell.located_in)
      ) town on true group by 1, 2, 3
    )`;

/** How the services of the selection stood a day ago: as their first change since says, or as the word that holds did then. */
const dayBefore = (now: string) => `
    first_change as (
      select distinct on (change.service_id) change.service_id, change.before ->> 'state' as state, (change.before ->> 'staleAt')::timestamptz as stale_at
      from status_published.change where change.occurred_at > ${now} - ${YESTERDAY} order by change.service_id, change.position
    ), day_before as materialized (
      select coalesce(first_change.state, stood.state, 'UNKNOWN') as state, count(*) as n
      from found
        left join first_change on first_change.service_id = found.id
        left join status_published.standing_at(${now} - ${YESTERDAY}) stood on stood.service_id = found.id
      where not coalesce(case when first_change.service_id is not null then first_change.stale_at <= ${now} - ${YESTERDAY} else stood.stale end, false)
      group by 1
    )`;

/** The same for each of the days before: until its next change a service stood as that says; without one since, as its word did then. */
const daysBefore = (now: string) => `
    days as (select n, ${now} - n * ${YESTERDAY} as at from generate_series(1, ${DAYS}) n),
    stood as materialized (
      select change.service_id, change.occurred_at as until, change.before ->> 'state' as state, (change.before ->> 'staleAt')::timestamptz as stale_at,
        lag(change.occurred_at, 1, '-infinity') over (partition by change.service_id order by change.position) as since
      from status_published.change join found on found.id = change.service_id where change.occurred_at > ${now} - ${DAYS} * ${YESTERDAY}
    ), open_by_day as materialized (
      select days.at, (select count(*) from stood where stood.since <= days.at and stood.until > days.at and stood.state = 'OPEN'
          and coalesce(stood.stale_at > days.at, true))
        + (select count(*) from status_published.standing_at(days.at) word join found on found.id = word.service_id
            where word.state = 'OPEN' and not word.stale
              and not exists (select from stood where stood.service_id = word.service_id and stood.until > days.at)) as n
      from days
    )`;

export function situationSql(asked: Selection, wanted: ReadonlySet<string>): Statement {
  const params = new Params();
  const now = params.of(asked.now, 'timestamptz');
  const found = foundSql(asked, params);
  const text = `
    with ${found}, ${cells}, ${inTowns}, ${wanted.has('changedSinceYesterday') ? dayBefore(now) : 'day_before as (select null::text as state, 0 as n)'},
    ${wanted.has('openByDay') ? daysBefore(now) : 'open_by_day as (select null::timestamptz as at, 0 as n)'},
    by_town as (
      select code, sum(n) as total, coalesce(sum(n) filter (where stale), 0) as to_confirm from in_towns group by code
    )
    select jsonb_build_object(
      'asOf', ${now}, 'position', (select position from platform.head),
      'total', (select coalesce(sum(n), 0) from cell),
      'toConfirm', (select coalesce(sum(n), 0) from cell where stale),
      'contradicted', (select coalesce(sum(n), 0) from cell where contradicted),
      'openByDay', (select jsonb_agg(jsonb_build_object('at', at, 'n', n) order by at) from open_by_day),
      'counts', (select jsonb_agg(jsonb_build_object('state', state, 'n', n, 'stale', stale, 'changedSinceYesterday', n - then_n) order by place)
        from unnest(${STATES}) with ordinality named (state, place)
          cross join lateral (select coalesce(sum(cell.n) filter (where not cell.stale), 0) as n, coalesce(sum(cell.n) filter (where cell.stale), 0) as stale
            from cell where cell.state = named.state) counted
          cross join lateral (select coalesce(sum(day_before.n), 0) as then_n from day_before where day_before.state = named.state) before),
      'byTerritory', coalesce((select jsonb_agg(jsonb_build_object('territory', ${territory('by_town.code')}, 'total', by_town.total,
          'toConfirm', by_town.to_confirm, 'counts', coalesce((
            select jsonb_agg(jsonb_build_object('state', each.state, 'n', each.n) order by each.n desc, each.state)
            from (select state, sum(n) as n from in_towns where in_towns.code is not distinct from by_town.code and not in_towns.stale group by state) each), '[]'))
          order by by_town.code)
        from by_town), '[]')
    ) as answer`;
  return { text, values: params.values };
}

/** Of whom nothing sure is known, by former town. */
export function silenceSql(asked: Selection): Statement {
  const params = new Params();
  const text = `
    with ${foundSql(asked, params)}, ${cells}, ${inTowns}
    select coalesce(jsonb_agg(jsonb_build_object('territory', ${territory('counted.code')}, 'stale', stale, 'neverSaid', never) order by stale + never desc, code), '[]') as answer
    from (select code, coalesce(sum(n) filter (where stale), 0) as stale, coalesce(sum(n) filter (where state = 'UNKNOWN'), 0) as never from in_towns
      group by code having bool_or(stale or state = 'UNKNOWN')) counted`;
  return { text, values: params.values };
}
