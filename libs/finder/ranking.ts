import { idFrom, isPosition, type Position, UserInputError } from '#libs/kernel';
import type { ServiceSort } from '#libs/schema';
import { named, ownQuery, sameQuery, wordsQuery } from './found.sql.ts';
import type { Params } from './params.ts';
import { isSearch, type Selection } from './selection.ts';

/** How long a cursor serves. */
const LONGEST_READ = 3_600_000;
const FAR = 2_147_483_647;

/** By what a list is ordered, and as things stood when. */
export interface Ranking {
  readonly sort: ServiceSort;
  /** The instant of the first page, and the last event that it knew; null while it is that page. */
  readonly at: Date;
  readonly position: Position | null;
}

/** Where a page begins: after the row with these keys. */
export interface After extends Ranking {
  readonly keys: readonly (number | string)[];
  readonly id: string;
}

export function rankingOf(asked: Selection, sort: ServiceSort | null | undefined): Ranking {
  const { near, serving } = asked.filter;
  if (sort === 'DISTANCE' && !near && !serving) throw new UserInputError('DISTANCE needs a point: near or serving.');
  return { sort: sort ?? (isSearch(asked) ? 'RELEVANCE' : 'NAME'), at: asked.now, position: null };
}

/** The keys of an order, each ascending, with their types; after them comes the id. */
export function keysOf(asked: Selection, { sort, at }: Ranking, params: Params): [key: string, type: string][] {
  const name: [string, string] = ['service.sort_name', 'text'];
  const metres: [string, string] = [`coalesce(round(nearest.km * 1000), ${FAR})::int`, 'int'];
  if (sort === 'NAME') return [name];
  if (sort === 'DISTANCE') return [metres, name];
  const { near, serving } = asked.filter;
  const said = asked.words && asked.words.length > 0 ? { ...asked, words: asked.words } : null;
  const exact: [string, string][] = said ? [[`(not ${named(said, params)})::int`, 'int']] : [];
  const depth: [string, string][] = said
    ? [
        [
          `case when service.search_vector @@ ${sameQuery(said.words, params, 'A')} then 0
              when service.search_vector @@ ${wordsQuery(said.words, params, 'A')} then 1
              when service.search_vector @@ ${wordsQuery(said.words, params, 'AB')} then 2 else 3 end`,
          'int',
        ],
      ]
    : [];
  const match: [string, string][] =
    near || serving
      ? [metres]
      : said
        ? [
            [
              `(-10000 * (ts_rank(service.search_vector, ${ownQuery(said.words, params)}) + ts_rank(service.search_vector, ${wordsQuery(said.words, params)})))::int`,
              'int',
            ],
          ]
        : [];
  return [...exact, ['ranked.heading', 'int'], ...depth, [openFirst(at, params), 'int'], ...match, name];
}

/** Of what is confirmed: open by its hours, then what nobody knows the hours of, then what is not open. */
const openFirst = (at: Date, params: Params): string => `case when ranked.heading > 1 then 0 else coalesce((
              select case when opening.open_during @> ${params.of(at, 'timestamptz')} then 0 else 2 end
              from directory_published.opening where opening.service_id = service.id), 1) end`;

/** 1 confirmed, 2 to verify, 3 takes nobody, 4 gone. */
export const heading = (state: string, stale: string): string => `case
          when ${stale} then 2 when ${state} in ('OPEN', 'LIMITED', 'RELOCATED') then 1 when ${state} = 'CLOSED' then 4 else 3 end`;

/**
 * Under which heading each service is ranked: as it stood at the first page. What has changed since is read from the log, whose events
 * say how it was before them; the rest stands as its word does at that instant.
 */
export function ranked({ at, position }: Ranking, params: Params): string {
  const instant = params.of(at, 'timestamptz');
  const state = (row: string) => `coalesce(${row}.state, 'UNKNOWN')`;
  if (position === null) return `cross join lateral (select ${heading(state('standing'), 'standing.stale')} as heading) ranked`;
  return `left join status_published.standing_at(${instant}) stood on stood.service_id = service.id
      left join (
        select distinct on (change.service_id) change.service_id, change.before ->> 'state' as state,
          (change.before ->> 'staleAt')::timestamptz <= ${instant} as stale
        from status_published.change where change.position > ${params.of(position, 'text')} collate "C"
        order by change.service_id, change.position
      ) was on was.service_id = service.id
      cross join lateral (select case when was.service_id is not null then ${heading(state('was'), 'was.stale')}
        else ${heading(state('stood'), 'stood.stale')} end as heading) ranked`;
}

/** `service`'s row as the cursor keeps it. The page and the position are read at once: what is after the one is after the other. */
export const cursorSql = (ranking: Ranking, keys: number, params: Params): string =>
  `translate(encode(convert_to(jsonb_build_array(${params.of(ranking.sort, 'text')}, ${params.of(ranking.at.toISOString(), 'text')},
        ${ranking.position === null ? '(select position from platform.head)' : params.of(ranking.position, 'text')}, jsonb_build_array(${Array.from({ length: keys }, (_, n) => `page.key_${n}`).join(', ')}), page.id)::text, 'UTF8'),
        'base64'), e'\\n', '')`;

export function cursorFrom(cursor: string, now: Date): After {
  const after = readCursor(cursor);
  if (!after) throw new UserInputError('This is not a cursor of this list.');
  const age = now.getTime() - after.at.getTime();
  if (after.sort === 'RELEVANCE' && (age > LONGEST_READ || age < -60_000)) throw new UserInputError('This cursor is too old: begin anew.');
  return after;
}

const sorts: readonly string[] = ['NAME', 'RELEVANCE', 'DISTANCE'] satisfies ServiceSort[];
const isSort = (given: unknown): given is ServiceSort => typeof given === 'string' && sorts.includes(given);
const isKey = (key: unknown): key is number | string =>
  (typeof key === 'string' && !key.includes('\0')) || (Number.isInteger(key) && Math.abs(Number(key)) <= FAR);

function readCursor(cursor: string): After | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if (!Array.isArray(read)) return null;
    const [sort, at, position, keys, id] = read as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (!known || !isSort(sort) || typeof at !== 'string' || typeof position !== 'string' || !isPosition(position)) return null;
    if (!Array.isArray(keys) || !keys.every(isKey) || Number.isNaN(Date.parse(at))) return null;
    return { sort, at: new Date(at), position, keys, id: known };
  } catch {
    return null;
  }
}
