import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said in lines goes with a demonstration; the lines themselves and the standing numbers stay as they were made. */
export class LinesDemoWipe1795737601060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function demo.wipe_below() rename to wipe_below_lines;

      -- Called by what stands above, whichever room it is of. Of nothing else is anything lost: where what is below refuses, all is undone.
      create function demo.wipe_below() returns setof jsonb language plpgsql as $$
      declare tables text;
      begin
        select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
          where schemaname = 'lines' and tablename not in ('line', 'opening_hours', 'guidance');
        execute 'truncate ' || tables;
        delete from lines.guidance where crisis_id is not null;
        delete from lines.opening_hours where line_code in (select code from lines.line where crisis_id is not null);
        delete from lines.line where crisis_id is not null;
        update lines.line set owner_organization_id = null where owner_organization_id is not null;
        return query select demo.wipe_below_lines();
      end $$;
      revoke execute on function demo.wipe_below() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function demo.wipe_below(); alter function demo.wipe_below_lines() rename to wipe_below');
  }
}
