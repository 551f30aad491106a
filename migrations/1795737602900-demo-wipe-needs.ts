import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have asked for goes with the demonstration too; what migrations wrote of kinds and lines stays. */
export class DemoWipeNeeds1795737602900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function demo.wipe() returns setof jsonb language plpgsql as $$
      declare tables text;
      begin
        select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
        where schemaname in ('outreach', 'needs') and schemaname || '.' || tablename not in ('needs.kind', 'needs.handover_target');
        execute 'truncate ' || tables || ', directory.proposed_change';
        return query select demo.wipe_below();
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function demo.wipe() returns setof jsonb language plpgsql as $$
      declare tables text;
      begin
        select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables where schemaname = 'outreach';
        execute 'truncate ' || tables || ', directory.proposed_change';
        return query select demo.wipe_below();
      end $$;
    `);
  }
}
