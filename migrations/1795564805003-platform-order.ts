import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Positions are of the present epoch, dense, and grow: asked once of all that a statement appends. */
export class PlatformOrder1795564805003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.demand_order() returns trigger language plpgsql as $$
      declare
        epoch text := (select epoch.epoch from platform.epoch);
        before text;
        first text; last text; many bigint;
      begin
        select min(position), max(position), count(*) into first, last, many from appended;
        if many = 0 then return null; end if;
        before := coalesce((select max(position) from platform.event where position < first and position > epoch || '.'), epoch || '.0');
        if left(first, 14) <> epoch or left(last, 14) <> epoch
          or substr(first, 16)::bigint <> substr(before, 16)::bigint + 1 or substr(last, 16)::bigint <> substr(before, 16)::bigint + many
          or exists (select from platform.event where position > last) then
          raise exception 'a position out of order' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create trigger event_is_in_order after insert on platform.event referencing new table as appended
        for each statement execute function platform.demand_order();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.demand_order() cascade');
  }
}
