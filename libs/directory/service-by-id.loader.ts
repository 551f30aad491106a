import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Placed } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { Location, Organization, Service } from '#libs/schema';
import { onlyFor } from './only-for.ts';
import { texts } from './service-record.loader.ts';

/** What other rooms add to a service (status, match) they resolve themselves. */
type Record = Pick<Service, 'id' | 'name' | 'description' | 'organization' | 'categories' | 'phones' | 'languages' | 'access'>;

interface Row {
  placed: Placed;
  confidential: boolean;
  facts: Record & { locations: (Location & { confidential: boolean })[] };
}

/**
 * A service for whoever was told its id: a report, a change. Unlisted ones too, since history outlives the listing. Whether the reader
 * may know of it was asked before; should that have been forgotten, a confidential one still says nothing to the wrong reader.
 */
@Injectable()
export class ServiceById extends Loader<string, Service> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<Row[]>(recordsSql, [ids]);
    return new Map(rows.map(row => [row.facts.id, asService(row) as Service])); // without what other rooms resolve
  }
}

const NAMELESS = { fr: 'Fiche confidentielle', en: 'Confidential record' };
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', name: NAMELESS, kind: 'OTHER', relayFor: [] } satisfies Organization;

function asService({ placed, confidential, facts }: Row): Record & { locations: Location[] } {
  const locations = facts.locations.map(({ confidential: alone, ...place }) =>
    confidential ? nowhere(placed, place) : alone ? somewhere(placed, place) : place,
  );
  if (!confidential) return { ...facts, locations };
  const { id, name, description, organization, categories, phones, languages, access } = facts;
  return {
    id,
    locations,
    name: onlyFor(placed, name, NAMELESS),
    description: onlyFor(placed, description, null),
    organization: onlyFor(placed, organization, NOBODY),
    categories: onlyFor(placed, categories, []),
    phones: onlyFor(placed, phones, []),
    languages: onlyFor(placed, languages, []),
    access: onlyFor(placed, access, []),
  };
}

/** A confidential place of a service that is not. */
const somewhere = (placed: Placed, place: Location): Location => ({
  ...place,
  address: onlyFor(placed, place.address, null),
  latitude: onlyFor(placed, place.latitude, null),
  longitude: onlyFor(placed, place.longitude, null),
});

const nowhere = (placed: Placed, place: Location): Location => ({
  ...somewhere(placed, place),
  name: onlyFor(placed, place.name, null),
  territory: onlyFor(placed, place.territory, null),
});

const recordsSql = `
  select jsonb_build_object('organizationId', service.organization_id, 'territories', service.territories) as placed,
    service.confidential or organization.confidential as confidential,
    jsonb_build_object(
      'id', service.id,
      'name', ${texts('service.name_fr', 'service.name_en')},
      'description', ${texts('service.description_fr', 'service.description_en')},
      'organization', jsonb_build_object('id', organization.id, 'kind', organization.kind,
        'name', ${texts('organization.name_fr', 'organization.name_en')}),
      'categories', coalesce((select jsonb_agg(jsonb_build_object('code', code, 'name', ${texts('name_fr', 'name_en')}) order by position)
        from directory.category where code = any(service.categories)), '[]'),
      'phones', coalesce((select jsonb_agg(jsonb_build_object('number', number, 'extension', extension,
          'description', ${texts('description_fr', 'description_en')}) order by position, number)
        from directory_published.phone where service_id = service.id), '[]'),
      'languages', service.languages, 'access', service.access,
      'locations', coalesce((select jsonb_agg(jsonb_build_object('id', place.id, 'confidential', place.confidential,
          'name', ${texts('place.name_fr', 'place.name_en')},
          'address', nullif(concat_ws(', ', address_1, address_2, city, postal_code), ''),
          'latitude', place.latitude, 'longitude', place.longitude,
          'territory', case when told.code is not null then jsonb_build_object('code', told.code, 'kind', told.kind,
            'name', ${texts('told.name_fr', 'told.name_en')}) end) order by place.name_fr, place.id)
        from directory.service_at_location held join directory.location place on place.id = held.location_id
          left join directory.territory own on own.code = place.territory_code
          left join directory.territory told on told.code =
            case when place.confidential and own.kind = 'NEIGHBOURHOOD' then own.parent else own.code end
        where held.service_id = service.id), '[]')
    ) as facts
  from directory.service join directory.organization on organization.id = service.organization_id
  where service.id = any($1)`;
