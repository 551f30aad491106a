import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody who is not of 211 says that a record should say: looked at before it is written there. */
export class DirectoryProposals1795651202010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.proposed_change (
        id uuid primary key,
        organization_id uuid not null references directory.organization,
        service_id uuid not null references directory.service,
        location_id uuid references directory.location,
        kind text not null check (kind in ('HOURS', 'PHONE', 'ADDRESS')),
        present text check (length(present) between 1 and 2000),
        proposed text not null check (length(proposed) between 1 and 500),
        -- as what the one who said it spoke, and of what it was an answer: an id of a room above
        said_by text not null check (said_by in ('LINK', 'RELAY')),
        request_id uuid,
        said_at timestamptz not null,
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED')),
        settled_by text check (length(settled_by) between 1 and 100),
        settled_at timestamptz,
        check ((kind = 'ADDRESS') = (location_id is not null)),
        check ((state = 'PROPOSED') = (settled_at is null) and (settled_at is null) = (settled_by is null))
      );
      create index proposed_change_by_age on directory.proposed_change (state, said_at desc, id desc);
      create index proposed_change_of_service on directory.proposed_change (service_id);
      grant select, insert, update on directory.proposed_change to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.proposed_change');
  }
}
