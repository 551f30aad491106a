import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For policies of row-level security: where whoever acts may read who people are. Nobody said, nothing said: nowhere. */
export class PlatformWhoActs1795737600110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.organizations_where(may text) returns uuid[] language sql stable parallel safe
      return (
        select coalesce(array_agg(split_part(held, '@', 2)::uuid), '{}')
        from unnest(string_to_array(nullif(current_setting('fanal.people', true), ''), ',')) held
        where split_part(held, '@', 1) = may
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.organizations_where(text)');
  }
}
