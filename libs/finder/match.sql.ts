import { named, ownQuery, wordsQuery } from './found.sql.ts';
import type { Params } from './params.ts';
import { heading } from './ranking.ts';
import type { Selection } from './selection.ts';
import { servedAt } from './where.sql.ts';

/** How a service of the page answered what was asked; null where nothing was. `page` and `standing_now` are in scope. */
export function matchSql(asked: Selection, params: Params): string {
  const { filter, words } = asked;
  const { text, near, serving, territory, bbox, openAt } = filter;
  if (!text?.trim() && !near && !serving && territory == null && !bbox && !openAt) return 'null::jsonb';
  const located = [
    territory != null && `service.located_in @> array[${params.of(territory, 'text')}]`,
    near && 'coalesce(page.within, false)',
    (bbox || asked.there) && 'true',
  ].filter(each => typeof each === 'string');
  const served = [
    territory != null && `service.serving @> array[${params.of(territory, 'text')}]`,
    serving && servedAt(serving, params),
  ].filter(each => typeof each === 'string');
  const [locatedIn, isServing] = [located, served].map(each => each.join(' and ') || 'false') as [string, string];
  const reasons = [
    ...reasonsOfWords({ ...asked, words: words ?? [] }, params),
    territory != null && reason('LOCATED_IN', locatedIn),
    asked.there && territory == null && reason('LOCATED_IN', 'true'),
    served.length > 0 && reason('SERVING', isServing),
    near && reason('NEAR', 'coalesce(page.within, false)'),
    openAt && reason('OPEN_THEN', 'true'),
  ].filter(each => typeof each === 'string');
  return `jsonb_build_object('locatedIn', ${locatedIn}, 'serving', ${isServing},
      'distanceKm', round(page.km::numeric, 3),
      'group', (array['CONFIRMED', 'TO_VERIFY', 'NOT_TAKING', 'GONE'])[${heading(`coalesce(status.answer ->> 'state', 'UNKNOWN')`, `status.answer ->> 'freshness' = 'STALE'`)}],
      'reasons', to_jsonb(array_remove(array[${reasons.join(', ')}]::text[], null)))`;
}

const reason = (name: string, holds: string): string => `case when ${holds} then '${name}' end`;

function reasonsOfWords(asked: Selection & { words: NonNullable<Selection['words']> }, params: Params): string[] {
  const { words, corrected } = asked;
  if (words.length === 0) return [];
  const found = (weight: string) => words.map(each => `service.search_vector @@ ${wordsQuery([each], params, weight)}`).join(' or ');
  return [
    reason('EXACT_NAME', named(asked, params)),
    reason('NAME', found('A')),
    reason('CATEGORY_OR_ORGANIZATION', found('B')),
    reason('DESCRIPTION', found('C')),
    reason('PLACE_NAME', found('D')),
    reason('SYNONYM', `not service.search_vector @@ ${ownQuery(words, params)}`),
    corrected === null ? 'null' : `'CORRECTED'`,
  ];
}
