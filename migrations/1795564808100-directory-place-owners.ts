import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a place is, told with it: who asks for the places in a box need not look the services up once more. */
export class DirectoryPlaceOwners1795564808100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view directory_published.location as
        select location.id, held.service_id, location.name_fr, location.name_en,
          nullif(concat_ws(', ', location.address_1, location.address_2, location.city, location.postal_code), '') as address,
          location.latitude, location.longitude, location.point,
          case when flag.confidential and territory.kind = 'NEIGHBOURHOOD' then territory.parent else location.territory_code end as territory_code,
          flag.confidential, service.organization_id
        from directory.service_at_location held
          join directory.location on location.id = held.location_id
          join directory.service on service.id = held.service_id and service.listing = 'LISTED'
          join directory.organization on organization.id = service.organization_id
          cross join lateral (select service.confidential or organization.confidential or location.confidential as confidential) flag
          left join directory.territory on territory.code = location.territory_code`);
  }

  /** A column of a view is not taken away while others read it. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
