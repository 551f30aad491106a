import { idFrom } from '#libs/kernel';
import type { Bbox } from '#libs/schema';
import type { Params } from './params.ts';
import { isSearch, type Selection, sql } from './selection.ts';
import { servedAt, within } from './where.sql.ts';
import type { There } from './where-in-text.query.ts';
import { type Asked, type Forms, written } from './words-asked.ts';

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** The filter's parts that facets leave out, each by itself. */
export type Faceted = 'categories' | 'states' | 'languages';

/** All forms of each thing asked, as the index is asked for them. */
export const wordsQuery = (words: readonly Asked[], params: Params, weights = ''): string =>
  query(
    words.map(({ forms }) => forms),
    params,
    weights,
  );

/** What says just that, without what is found too. */
export const sameQuery = (words: readonly Asked[], params: Params, weights = ''): string =>
  query(
    words.map(({ same }) => same),
    params,
    weights,
  );

/** What was written, without what means the same. */
export const ownQuery = (words: readonly Asked[], params: Params, weights = ''): string =>
  query(
    words.map(({ own }) => [own]),
    params,
    weights,
  );

const query = (asked: readonly Forms[], params: Params, weights = ''): string => {
  const groups = asked.map(forms => written(forms, weights));
  return params.once(`directory_published.query_of(${params.of(groups, 'text[]')})`);
};

/** Its word says that it is gone, and nobody asked for such. */
const leavesOutClosed = (asked: Selection): boolean => isSearch(asked) && !asked.filter.states && !asked.filter.toConfirm;

export const asksState = (asked: Selection): boolean => Boolean(asked.filter.states || asked.filter.toConfirm || leavesOutClosed(asked));

/**
 * The tables of the selection: `service` always, `standing` where states are asked, `nearest` where a point is. `few`: words leave fewer
 * services than the place does, so that only their places are looked at.
 */
export function tables(asked: Selection, params: Params, alsoStates: boolean, few = asked.words !== null): string {
  const { filter } = asked;
  return [
    'directory_published.service',
    (alsoStates || asksState(asked)) &&
      `left join status_published.standing_at(${params.of(asked.now, 'timestamptz')}) standing on standing.service_id = service.id`,
    (filter.near || filter.serving) &&
      `left join ${few ? 'lateral ' : ''}${within(asked, params, few)} nearest on nearest.service_id = service.id`,
  ]
    .filter(Boolean)
    .join('\n      ');
}

/** All the conditions of the selection, as one. */
export function whereSql(asked: Selection, params: Params): string {
  const { always, ...faceted } = conditions(asked, params);
  return [...always, ...Object.values(faceted).filter(each => each !== null)].join('\n        and ');
}

/** The conditions of the selection, each by the part of the filter it comes from. */
export function conditions(asked: Selection, params: Params): { always: string[] } & Record<Faceted, string | null> {
  const { filter, words } = asked;
  const { near, serving, bbox } = filter;
  const place = [near && 'nearest.within', serving && servedAt(serving, params)].filter(Boolean);
  const always = [
    sql.visible(asked, params),
    words && (words.length > 0 ? `service.search_vector @@ ${wordsQuery(words, params)}` : 'false'),
    place.length > 0 && `(${place.join(' or ')})`,
    filter.territory != null && `service.territories @> array[${params.of(filter.territory, 'text')}]`,
    filter.organizations &&
      `service.organization_id = any(${params.of(
        filter.organizations.map(id => idFrom(id) ?? NOWHERE),
        'uuid[]',
      )})`,
    filter.openAt && openThen(asked, filter.openAt, params),
    bbox && inBox(asked, params, bbox),
    asked.there && at(asked.there, params),
    filter.crisisId != null && ofCrisis(asked, params, filter.crisisId),
    leavesOutClosed(asked) && `(standing.state is distinct from 'CLOSED'${asked.exact ? ` or ${named(asked, params)}` : ''})`,
  ];
  return {
    always: always.filter(each => typeof each === 'string'),
    categories: filter.categories ? `service.categories && ${params.of(filter.categories, 'text[]')}` : null,
    languages: filter.languages ? spoken(filter.languages, params) : null,
    states: filter.states || filter.toConfirm ? statesAsked(asked, params) : null,
  };
}

const openThen = (asked: Selection, at: Date, params: Params): string =>
  asked.openThen
    ? `service.id = any(${params.of(asked.openThen, 'uuid[]')})`
    : `exists (select from directory_published.opening where opening.service_id = service.id
        and opening.open_during @> ${params.of(at, 'timestamptz')})`;

/** Of places that anybody may know. */
const at = ({ prefix, streets }: There, params: Params): string =>
  `service.id in (select place.service_id from directory_published.location place join directory_published.street on street.id = place.id
        where not place.confidential and ${
          prefix === null ? `street.spaced = any(${params.of(streets, 'text[]')})` : `street.prefix = ${params.of(prefix, 'text')}`
        })`;

/** As RFC 4647 filters: a language, and all that is said more of it, whatever its capitals. */
function spoken(languages: readonly string[], params: Params): string {
  const ranges = params.of(
    languages.map(each => each.toLowerCase()),
    'text[]',
  );
  return `(service.languages && ${ranges} or exists (select from unnest(service.languages) tag cross join unnest(${ranges}) range
        where range = '*' or lower(tag) = range or starts_with(lower(tag), range || '-')))`;
}

/** An exercise is a crisis only to those who may know of it. */
function ofCrisis({ seesExercises }: Selection, params: Params, crisisId: string): string {
  const id = params.of(idFrom(crisisId) ?? NOWHERE, 'uuid');
  return `exists (select from crises_published.crisis where crisis.id = ${id} ${seesExercises ? '' : 'and not crisis.exercise'}
        and (crisis.categories = '{}' or crisis.categories && service.categories)
        and service.territories && array(select area.territory_code from crises_published.area where area.crisis_id = crisis.id))`;
}

/** The text is its name, in one of the languages: asked of those alone that have its words in a name, for to write names plainly takes long. */
export const named = ({ exact, words }: Selection, params: Params): string =>
  `(service.search_vector @@ ${ownQuery(words ?? [], params, 'A')} and ${params.of(exact, 'text')} in (
    coalesce(directory_published.spaced(service.name_fr), ''), coalesce(directory_published.spaced(service.name_en), ''),
    coalesce(directory_published.spaced(service.alternate_name_fr), ''), coalesce(directory_published.spaced(service.alternate_name_en), '')))`;

function statesAsked({ filter }: Selection, params: Params): string {
  const sure =
    filter.states &&
    `(not coalesce(standing.stale, false) and coalesce(standing.state, 'UNKNOWN') = any(${params.of(filter.states, 'text[]')}))`;
  return `(${[sure, filter.toConfirm && 'standing.stale'].filter(Boolean).join(' or ')})`;
}

function inBox(asked: Selection, params: Params, bbox: Bbox): string {
  const [west, south, east, north] = [bbox.west, bbox.south, bbox.east, bbox.north].map(each => params.of(each, 'float8'));
  return `service.id in (select place.service_id from directory_published.location place
        where place.point <@ box(point(${west}, ${south}), point(${east}, ${north}))
          and (not place.confidential or ${sql.trusted(asked, params, 'place.organization_id')}))`;
}
