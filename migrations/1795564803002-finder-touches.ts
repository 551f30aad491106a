import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which transactions touched what tiles are cut from: what is kept of it is as old as the last of them that can be seen, never newer. */
export class FinderTouches1795564803002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.touch (transaction xid8 primary key default pg_current_xact_id());
      create function directory.touched() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin insert into directory.touch default values on conflict do nothing; return null; end $$;
      revoke execute on function directory.touched() from public;
      ${watched.map(table => `create trigger touched after insert or update or delete on directory.${table} for each statement execute function directory.touched();`).join('\n')}

      -- Grows by one with each transaction that is committed: none is overtaken by a later one that ends before it.
      create view directory_published.version as select count(*)::text as version from directory.touch;
      grant select on directory_published.version to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view directory_published.version; drop function directory.touched() cascade; drop table directory.touch');
  }
}

const watched = ['organization', 'service', 'location', 'service_at_location', 'territory'];
