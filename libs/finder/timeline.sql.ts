import type { Position } from '#libs/kernel';
import { Params } from './params.ts';
import { type Selection, sql } from './selection.ts';
import type { Statement } from './services.sql.ts';
import { serviceNode } from './service-node.sql.ts';

/** What became of services, told of those that the caller may see now and might see then. */
export function timelineSql(asked: Selection, before: Position | null, first: number, node: ReadonlySet<string>): Statement {
  const params = new Params();
  const state = (when: 'before' | 'after') => `coalesce(
          case when change.location_id is not null then change.place_${when} ->> 'state' end, change.${when} ->> 'state', 'UNKNOWN')`;
  const text = `
    select coalesce(jsonb_agg(answer order by position desc), '[]') as answer from (
      select change.position, jsonb_build_object('position', change.position, 'occurredAt', change.occurred_at, 'kind', change.kind,
        'previousState', ${state('before')}, 'state', ${state('after')},
        'source', (select report.source from status_published.report where report.id = change.report_id),
        'location', (select jsonb_build_object('id', place.id, 'name', case when num_nonnulls(place.name_fr, place.name_en) > 0
            then jsonb_build_object('fr', place.name_fr, 'en', place.name_en) end)
          from directory_published.location place where place.id = change.location_id and place.service_id = service.id),
        'service', ${serviceNode(asked, params, node)}) as answer
      from status_published.change
        join directory_published.service on service.id = change.service_id
        left join status_published.status_at(${params.of(asked.now, 'timestamptz')}) status on status.service_id = service.id and status.location_id is null
      where ${sql.visible(asked, params)} and (not change.confidential or ${sql.trusted(asked, params)})
        ${before ? `and change.position < ${params.of(before, 'text')} collate "C"` : ''}
      order by change.position desc limit ${params.of(first, 'int')}
    ) last`;
  return { text, values: params.values };
}
