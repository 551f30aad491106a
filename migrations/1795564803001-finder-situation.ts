import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board asks of all services at once. */
export class FinderSituation1795564803001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function status_published.standing_at(timestamptz);
      create function status_published.standing_at(moment timestamptz)
      returns table (service_id uuid, state text, stale boolean, stale_at timestamptz, contradicted boolean) language sql stable parallel safe as $$
        select held.service_id, coalesce(word.state, 'UNKNOWN'), word.id is not null and held.stale_at <= moment, held.stale_at, held.contradicted
        from status.word_at(moment) held left join status.report word on word.id = held.report_id
        where held.location_id is null
      $$;

      drop view status_published.change;
      create view status_published.change as
        select position, occurred_at, kind, subject as service_id, (payload ->> 'locationId')::uuid as location_id, (payload ->> 'reportId')::uuid as report_id,
          payload -> 'before' -> 'status' as before, payload -> 'after' -> 'status' as after,
          payload -> 'before' -> 'place' as place_before, payload -> 'after' -> 'place' as place_after,
          (payload -> 'after' ->> 'confidential')::boolean as confidential
        from platform.event where kind in ('service-status-reported', 'service-status-confirmed', 'service-status-turned');
      grant select on status_published.change to fanal_app;

      -- The log grows in the order of time: where a moment lies in it is found by a few pages.
      create index event_by_time on platform.event using brin (occurred_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index platform.event_by_time');
  }
}
