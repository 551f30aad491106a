import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose directory this is: the sources that its records came from. */
export class DirectorySources1795564806000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view directory_published.source as
        select source, count(*)::int as organizations from directory.organization group by source;
      grant select on directory_published.source to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view directory_published.source');
  }
}
