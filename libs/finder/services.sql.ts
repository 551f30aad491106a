import { UserInputError } from '#libs/kernel';
import { asksState, conditions, type Faceted, tables } from './found.sql.ts';
import { matchSql } from './match.sql.ts';
import { Params } from './params.ts';
import { type After, cursorSql, keysOf, ranked, type Ranking } from './ranking.ts';
import type { Selection } from './selection.ts';
import { serviceNode } from './service-node.sql.ts';

/** What of the answer is wanted. */
export interface Wanted {
  readonly first: number;
  readonly node: ReadonlySet<string>;
  readonly total: boolean;
  readonly facets: boolean;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly anew?: boolean;
}

const statusNow = (asked: Selection, params: Params) =>
  `left join status_published.status_at(${params.of(asked.now, 'timestamptz')}) status on status.service_id = service.id and status.location_id is null`;

/** Written out, for a plan is kept where it is known how few are wanted; any other number would have a plan of its own. */
const USUAL: ReadonlySet<number> = new Set([10, 20, 50, 100, 200, 2_000]);

/**
 * `services`: one statement that answers in the shape of the schema. Where there are many services, how many a filter lets through decides
 * how it is looked up; where there are few, to plan costs more than a worse plan.
 */
export function servicesSql(asked: Selection, ranking: Ranking, after: After | null, wanted: Wanted, many: boolean): Statement {
  const anew = many && narrows(asked);
  const params = new Params(!anew);
  const keys = keysOf(asked, ranking, params);
  const columns = keys.map(([key], n) => `${key} as key_${n}`);
  const named = keys.map((_, n) => `key_${n}`);
  const where = conditions(asked, params);
  const faceted = (['categories', 'states', 'languages'] as const).filter(each => where[each] !== null);
  const kept = wanted.facets ? where.always : [...where.always, ...faceted.map(each => where[each])];
  const point = asked.filter.near || asked.filter.serving;
  const limit = USUAL.has(wanted.first) ? String(wanted.first) : params.of(wanted.first, 'int');
  const holds = wanted.facets ? faceted.map(each => `(${where[each]}) as in_${each}`) : [];
  const foundWhere = wanted.facets && faceted.length > 0 ? `where ${faceted.map(each => `in_${each}`).join(' and ')}` : '';
  const beyond = after ? `where (${[...named, 'id'].join(', ')}) > (${afterValues(after, keys, params)})` : '';
  const streamed = ranking.sort === 'NAME' && !wanted.facets; // the page comes off the index of names, and the sum is made beside it
  const text = `
    with candidate as ${streamed ? 'not materialized' : ''} (
      select service.id, ${[...columns, ...holds, ...facetColumns(wanted.facets), point ? 'nearest.km, nearest.within' : 'null::float8 as km, null::boolean as within'].join(', ')}
      from ${tables(asked, params, ranking.sort === 'RELEVANCE' || wanted.facets || asksState(asked))}
        ${ranking.sort === 'RELEVANCE' ? ranked(ranking, params) : ''}
      where ${kept.join('\n        and ')}
    ), found as ${streamed ? 'not materialized' : ''} (select * from candidate ${foundWhere}),
    page as (select * from found ${beyond} order by ${[...named, 'id'].join(', ')} limit ${limit} + 1),
    edge as (
      select row_number() over (order by ${[...named, 'page.id'].map(each => (each === 'page.id' ? each : `page.${each}`)).join(', ')}) as place,
        ${cursorSql(ranking, keys.length, params)} as cursor,
        ${serviceNode(asked, params, wanted.node, wanted.node.has('match') ? { match: 'match.answer' } : {})} as node
      from page join directory_published.service on service.id = page.id
        ${statusNow(asked, params)}
        cross join lateral (select ${matchSql(asked, params)} as answer) match
    )
    select jsonb_build_object(
      ${wanted.total ? `'totalCount', (select count(*) from found),` : ''}
      ${wanted.facets ? `'facets', ${facetsSql(faceted)},` : ''}
      'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= ${limit}), '[]'),
      'pageInfo', jsonb_build_object('hasNextPage', count(*) > ${limit}, 'endCursor', (select cursor from edge where place <= ${limit} order by place desc limit 1))
    ) as answer
    from edge`;
  return { text, values: params.values, anew };
}

const narrows = ({ filter }: Selection): boolean => Object.values(filter).some(each => each != null);

/** A cursor belongs to what was asked: of another list its keys are others. */
function afterValues({ keys: given, id }: After, keys: readonly [string, string][], params: Params): string {
  if (given.length !== keys.length || !keys.every(([, type], n) => typeof given[n] === (type === 'int' ? 'number' : 'string')))
    throw new UserInputError('This is not a cursor of this list.');
  return [...keys.map(([, type], n) => params.of(given[n] ?? null, type)), params.of(id, 'uuid')].join(', ');
}

const facetColumns = (wanted: boolean): string[] =>
  wanted
    ? [
        'service.categories',
        'service.languages',
        `coalesce(standing.state, 'UNKNOWN') as state`,
        'coalesce(standing.stale, false) as stale',
      ]
    : [];

/** Each facet counts what all the others let through. */
function facetsSql(faceted: readonly Faceted[]): string {
  const others = (own: Faceted, more?: string) => {
    const all = [...faceted.filter(each => each !== own).map(each => `in_${each}`), ...(more ? [more] : [])];
    return all.length > 0 ? `where ${all.join(' and ')}` : '';
  };
  return `jsonb_build_object(
        'categories', coalesce((select jsonb_agg(jsonb_build_object('category', jsonb_build_object('code', category.code,
            'name', jsonb_build_object('fr', category.name_fr, 'en', category.name_en)), 'n', counted.n) order by category.position)
          from (select code, count(*) as n from candidate cross join unnest(categories) code ${others('categories')} group by code) counted
            join directory_published.category on category.code = counted.code), '[]'),
        'states', coalesce((select jsonb_agg(jsonb_build_object('state', state, 'n', n) order by n desc, state)
          from (select state, count(*) as n from candidate ${others('states', 'not stale')} group by state) counted), '[]'),
        'toConfirm', (select count(*) from candidate ${others('states', 'stale')}),
        'languages', coalesce((select jsonb_agg(jsonb_build_object('language', language, 'n', n) order by n desc, language)
          from (select language, count(*) as n from candidate
              cross join lateral (select distinct lower(split_part(tag, '-', 1)) as language from unnest(languages) tag) spoken ${others('languages')}
            group by language) counted), '[]'))`;
}

/** `service`: null of one that is unknown, or that the caller may not see. */
export function serviceSql(asked: Selection, id: string, node: ReadonlySet<string>): Statement {
  const params = new Params();
  const { always } = conditions(asked, params);
  const text = `select ${serviceNode(asked, params, node)} as answer
    from directory_published.service ${statusNow(asked, params)}
    where service.id = ${params.of(id, 'uuid')} and ${always.join(' and ')}`;
  return { text, values: params.values };
}
