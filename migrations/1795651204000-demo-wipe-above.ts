import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands on what a demonstration holds goes with it: all that outreach has, whatever its tables are by then, and what was proposed. */
export class DemoWipeAbove1795651204000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function demo.wipe() rename to wipe_below;

      -- Of nothing else is anything lost: where wipe_below refuses, all of it is undone.
      create function demo.wipe() returns setof jsonb language plpgsql as $$
      declare tables text;
      begin
        select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables where schemaname = 'outreach';
        execute 'truncate ' || tables || ', directory.proposed_change';
        return query select demo.wipe_below();
      end $$;
      revoke execute on function demo.wipe() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function demo.wipe(); alter function demo.wipe_below() rename to wipe');
  }
}
