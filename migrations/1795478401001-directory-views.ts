import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the rooms above may join. Unlisted services are not here. A confidential organization makes its services confidential, a
 * confidential service its places: who joins these need only ask the one flag of the row. Confidential phones are in no view.
 */
export class DirectoryViews1795478401001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view directory_published.region as
        select name_fr, name_en, time_zone, languages, language_attestation, west, south, east, north from directory.region;

      create view directory_published.territory as
        select code, name_fr, name_en, kind, parent, latitude, longitude from directory.territory;

      create view directory_published.category as
        select code, name_fr, name_en, position from directory.category;

      create view directory_published.organization as
        select id, name_fr, name_en, kind, sort_name, search_name, confidential from directory.organization;

      create view directory_published.service as
        select service.id, service.organization_id, service.name_fr, service.name_en, service.sort_name, service.search_name,
          service.description_fr, service.description_en, service.territories, service.located_in, service.serving, service.categories,
          service.languages, service.access, service.confidential or organization.confidential as confidential, service.listing
        from directory.service join directory.organization on organization.id = service.organization_id
        where service.listing = 'LISTED';

      -- One row for each service × place. Of a confidential place, the territory is told from its municipality up.
      create view directory_published.location as
        select location.id, held.service_id, location.name_fr, location.name_en,
          nullif(concat_ws(', ', location.address_1, location.address_2, location.city, location.postal_code), '') as address,
          location.latitude, location.longitude, location.point,
          case when flag.confidential and territory.kind = 'NEIGHBOURHOOD' then territory.parent else location.territory_code end as territory_code,
          flag.confidential
        from directory.service_at_location held
          join directory.location on location.id = held.location_id
          join directory_published.service on service.id = held.service_id
          cross join lateral (select service.confidential or location.confidential as confidential) flag
          left join directory.territory on territory.code = location.territory_code;

      -- A service's own phones and those of its places; its organization's where it has none.
      create view directory_published.phone as
        select service_id, number, extension, description_fr, description_en, position from (
          select service.id as service_id, phone.number, phone.extension, phone.description_fr, phone.description_en, phone.position,
            phone.nearness, min(phone.nearness) over (partition by service.id) as nearest
          from directory_published.service
            cross join lateral (
              select phone.*, 0 as nearness from directory.phone where phone.service_id = service.id
              union all
              select phone.*, 0 from directory.phone join directory.service_at_location held on held.id = phone.service_at_location_id
                join directory.location on location.id = held.location_id
                where held.service_id = service.id and not location.confidential
              union all
              select phone.*, 0 from directory.phone join directory.location on location.id = phone.location_id
                join directory.service_at_location held on held.location_id = location.id
                where held.service_id = service.id and not location.confidential
              union all
              select phone.*, 1 from directory.phone where phone.organization_id = service.organization_id
            ) phone
          where not phone.confidential
        ) reachable
        where nearness = nearest;

      -- When a service is open, as instants, for the weeks to come: empty until schedules are kept.
      create view directory_published.opening_period as
        select null::uuid as service_id, null::timestamptz as opens_at, null::timestamptz as closes_at where false;

      grant select on all tables in schema directory_published to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of ['opening_period', 'phone', 'location', 'service', 'organization', 'category', 'territory', 'region'])
      await runner.query(`drop view directory_published.${view}`);
  }
}
