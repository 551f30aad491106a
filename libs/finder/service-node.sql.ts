import type { Params } from './params.ts';
import { type Selection, sql } from './selection.ts';

const localized = (row: string, name: string) => `jsonb_build_object('fr', ${row}.${name}_fr, 'en', ${row}.${name}_en)`;
const localizedOrNull = (row: string, name: string) =>
  `case when num_nonnulls(${row}.${name}_fr, ${row}.${name}_en) > 0 then ${localized(row, name)} end`;

/** A place is told where it is, to whom it may be. */
const unlessConfidential = (asked: Selection, params: Params, column: string) =>
  `case when not place.confidential or ${sql.trusted(asked, params)} then place.${column} end`;

const parts: Record<string, (asked: Selection, params: Params) => string> = {
  name: () => localized('service', 'name'),
  description: () => localizedOrNull('service', 'description'),
  organization:
    () => `(select jsonb_build_object('id', organization.id, 'kind', organization.kind, 'name', ${localized('organization', 'name')})
    from directory_published.organization where organization.id = service.organization_id)`,
  categories:
    () => `coalesce((select jsonb_agg(jsonb_build_object('code', category.code, 'name', ${localized('category', 'name')}) order by category.position)
    from directory_published.category where category.code = any(service.categories)), '[]')`,
  locations: (asked, params) => `coalesce((select jsonb_agg(jsonb_build_object('id', place.id, 'name', ${localizedOrNull('place', 'name')},
      'address', ${unlessConfidential(asked, params, 'address')}, 'latitude', ${unlessConfidential(asked, params, 'latitude')},
      'longitude', ${unlessConfidential(asked, params, 'longitude')},
      'territory', (select jsonb_build_object('code', territory.code, 'kind', territory.kind, 'name', ${localized('territory', 'name')})
        from directory_published.territory where territory.code = place.territory_code)) order by place.name_fr, place.id)
    from directory_published.location place where place.service_id = service.id), '[]')`,
  phones: () => `coalesce((select jsonb_agg(jsonb_build_object('number', phone.number, 'extension', phone.extension,
      'description', ${localizedOrNull('phone', 'description')}) order by phone.position)
    from directory_published.phone where phone.service_id = service.id), '[]')`,
  languages: () => 'service.languages',
  access: () => 'service.access',
  status: (asked, params) => `coalesce(status.answer, '{"state": "UNKNOWN", "changes": [], "contradicted": false, "mixed": false}'
      || jsonb_build_object('openNow', (select opening.open_during @> ${params.of(asked.now, 'timestamptz')}
        from directory_published.opening where opening.service_id = service.id)))`,
  placeStatus: (asked, params) => `coalesce((select jsonb_agg(jsonb_build_object('locationId', held.location_id, 'status', said.answer))
    from status_published.place_at(${params.of(asked.now, 'timestamptz')}) held
      join status_published.status_at(${params.of(asked.now, 'timestamptz')}) said on said.service_id = held.service_id and said.location_id = held.location_id
    where held.service_id = service.id), '[]')`,
};

/** What the schema's fields that are not columns of ours stand on. */
const standsOn: Record<string, string> = { statusByLocation: 'locations' };

/** The parts of a service that are asked for, as the schema has them; what no part answers, its own room's resolvers will. */
export function serviceNode(asked: Selection, params: Params, fields: ReadonlySet<string>, also: Record<string, string> = {}): string {
  const wanted = new Set([...fields].map(field => standsOn[field] ?? field));
  const made = Object.entries(parts).filter(([name]) => wanted.has(name));
  const pairs = [['id', 'service.id'], ...made.map(([name, part]) => [name, part(asked, params)]), ...Object.entries(also)];
  return `jsonb_build_object(${pairs.map(([name, part]) => `'${name}', ${part}`).join(',\n    ')})`;
}
