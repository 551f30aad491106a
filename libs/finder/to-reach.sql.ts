import { UserInputError, idFrom } from '#libs/kernel';
import { tables, whereSql } from './found.sql.ts';
import { Params } from './params.ts';
import type { Selection } from './selection.ts';
import { serviceNode } from './service-node.sql.ts';
import type { Statement } from './services.sql.ts';

/** Who has never said anything counts as silent for two weeks. */
const NEVER_SAID_HOURS = 336;

export interface ReachAfter {
  /** The instant by which the hours of the first page were counted. */
  readonly at: Date;
  readonly score: number;
  readonly id: string;
}

/** A cursor serves as long as those of a list. */
const LONGEST_READ = 3_600_000;

export function reachAfter(cursor: string, now: Date): ReachAfter {
  try {
    const [at, score, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (typeof at === 'string' && Math.abs(+now - Date.parse(at)) <= LONGEST_READ && typeof score === 'number' && known)
      return { at: new Date(at), score, id: known };
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}

export function toReachSql(asked: Selection, after: ReachAfter | null, first: number, node: ReadonlySet<string>): Statement {
  const params = new Params();
  const at = params.of((after?.at ?? asked.now).toISOString(), 'timestamptz');
  const limit = params.of(first, 'int');
  const text = `
    with found as (
      select service.id, standing.stale_at,
        case when standing.stale then greatest(extract(epoch from ${at} - standing.stale_at) / 3600, 0) else ${NEVER_SAID_HOURS} end as hours,
        greatest(1, (select count(*) from directory_published.territory where territory.kind = 'NEIGHBOURHOOD' and territory.code = any(service.territories)))
          * case when exists (
            select from crises_published.crisis join crises_published.area on area.crisis_id = crisis.id
            where crisis.closed_at is null and not crisis.exercise and area.phase <> 'CLOSED' and area.territory_code = any(service.territories)
              and (crisis.categories = '{}' or crisis.categories && service.categories)) then 3 else 1 end as importance
      from ${tables(asked, params, true)}
      where (coalesce(standing.stale, true) or standing.state = 'UNKNOWN') and ${whereSql(asked, params)}
    ), scored as (select *, round((hours * importance)::numeric, 3)::float8 as score from found),
    page as (
      select * from scored ${after ? `where (-score, id) > (${params.of(-after.score, 'float8')}, ${params.of(after.id, 'uuid')})` : ''}
      order by -score, id limit ${limit} + 1
    ), edge as (
      select row_number() over (order by -page.score, page.id) as place,
        translate(encode(convert_to(jsonb_build_array(${at}, page.score, page.id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor,
        jsonb_build_object('staleAt', page.stale_at, 'hoursOver', round(page.hours::numeric, 1), 'importance', page.importance,
          'service', ${serviceNode(asked, params, node)}) as node
      from page join directory_published.service on service.id = page.id
        left join status_published.status_at(${params.of(asked.now, 'timestamptz')}) status on status.service_id = service.id and status.location_id is null
    )
    select jsonb_build_object(
      'totalCount', (select count(*) from found),
      'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= ${limit}), '[]'),
      'pageInfo', jsonb_build_object('hasNextPage', count(*) > ${limit}, 'endCursor', (select cursor from edge where place <= ${limit} order by place desc limit 1))
    ) as answer
    from edge`;
  return { text, values: params.values };
}
