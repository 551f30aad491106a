import { tables, whereSql } from './found.sql.ts';
import { Params } from './params.ts';
import { type Selection, sql } from './selection.ts';
import type { Statement } from './services.sql.ts';

/** One row for each place of the selection. The place's own word goes before the service's where it is the newer one. */
export function mapServicesSql(asked: Selection): Statement {
  const params = new Params();
  const now = params.of(asked.now, 'timestamptz');
  const told = `(not place.confidential or ${sql.trusted(asked, params, 'found.organization_id')})`;
  const text = `
    with found as materialized (
      select service.id, service.organization_id, service.name_fr, service.name_en, coalesce(standing.state, 'UNKNOWN') as state, coalesce(standing.stale, false) as stale,
        coalesce(standing.contradicted, false) as contradicted
      from ${tables(asked, params, true)}
      where ${whereSql(asked, params)}
    ), own as materialized (select * from status_published.place_at(${now}) own where own.location_id is not null)
    select found.id, jsonb_build_object('fr', found.name_fr, 'en', found.name_en) as name, place.id as "locationId", place.longitude, place.latitude, coalesce(own.state, found.state) as state,
      coalesce(own.stale, found.stale) as stale, found.contradicted, place.territory_code as "territoryCode",
      found.state as "serviceState", found.stale as "serviceStale"
    from found
      left join directory_published.location place on place.service_id = found.id and place.latitude is not null and ${told}
      left join own on own.service_id = found.id and own.location_id = place.id`;
  return { text, values: params.values };
}
