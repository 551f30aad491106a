import type { MigrationInterface, QueryRunner } from 'typeorm';

/** About how many services there are: what decides how lists of them are looked up. */
export class DirectoryMagnitude1795564807000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As the last analyze found it; below 0 where there was none.
      create view directory_published.magnitude as select reltuples as services from pg_class where oid = 'directory.service'::regclass;
      grant select on directory_published.magnitude to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view directory_published.magnitude');
  }
}
