import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organizations like to be asked by text message, and at which number. */
export class DirectoryTexting1795651202020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its own telephone first, then its services'; confidential ones too: who is written to is who it belongs to. Never for a screen.
      create view directory_published.texting as
        select distinct on (organization.id) organization.id as organization_id, known.number
        from directory.organization cross join lateral (
          select number, 0 as nearness, position from directory.phone where phone.organization_id = organization.id
          union all
          select number, 1, phone.position from directory.phone join directory.service on service.id = phone.service_id
            where service.organization_id = organization.id and service.listing = 'LISTED'
        ) known
        where organization.preferred_channel = 'TEXT' and regexp_replace(known.number, '\\D', '', 'g') ~ '^1?[2-9]\\d{2}[2-9]\\d{6}$'
        order by organization.id, known.nearness, known.position, known.number;
      grant select on directory_published.texting to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view directory_published.texting');
  }
}
